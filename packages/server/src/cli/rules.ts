/** `rules`: the rule book of a chart of a district. */

import type { Command } from './command.ts';
import { EXIT, Failure, say } from './command.ts';
import { districtNamed } from './with-district.ts';

export const rules: Command = {
  name: 'rules',
  usage: 'rules <district> <chart> [--json]',
  zh: '列出流程的规则、依据和理由',
  en: 'list the rules of a chart with their basis and reason',
  takes: [2, 2],
  async run({ args, options }, io) {
    const { composed, file } = await districtNamed(io, args[0]!);
    const definition = composed[args[1]!];
    if (!definition)
      throw new Failure({
        zh: `辖区 ${file.id} 没有流程 ${args[1]}`,
        en: `district ${file.id} has no chart ${args[1]}`,
      });
    const list = Object.entries(definition.rules).map(([id, rule]) => ({
      id,
      zh: rule.zh,
      en: rule.en,
      hard: rule.hard === true,
      law: rule.law.map((law) => ({ id: law, basis: definition.law[law]?.basis })),
      why: rule.why,
      events: Object.values({ ...definition.regions, ...definition.pointRegions })
        .flatMap((region) => region.rows)
        .filter((row) => row.rules?.includes(id))
        .map((row) => row.on),
    }));
    if (options.json) io.out(JSON.stringify(list));
    else
      for (const rule of list) {
        io.out(`${rule.id}${rule.hard ? ' *' : ''}  ${say(rule)}`);
        io.out(`    ${say(rule.why)}`);
        for (const law of rule.law) io.out(`    ${law.id} ${law.basis ?? ''}`);
      }
    return EXIT.done;
  },
};
