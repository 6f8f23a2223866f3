/** `diagram`: the chart of a district, drawn from its definition. */
import { drawDiagram } from '../pages/diagram/index.ts';
import type { Command } from './command.ts';
import { EXIT, Failure } from './command.ts';
import { districtNamed } from './with-district.ts';

export const diagram: Command = {
  name: 'diagram',
  usage: 'diagram <district> <chart> [--lang zh|en] [--card]',
  zh: '按定义画出流程图（HTML/SVG）',
  en: 'draw a chart from its definition (HTML/SVG)',
  options: { lang: { type: 'string' }, card: { type: 'boolean' } },
  takes: [2, 2],
  async run({ args, options }, io) {
    if (options.lang !== undefined && options.lang !== 'zh' && options.lang !== 'en') return EXIT.misuse;
    const { composed, file } = await districtNamed(io, args[0]!);
    const definition = composed[args[1]!];
    if (!definition)
      throw new Failure({
        zh: `辖区 ${file.id} 没有流程 ${args[1]}`,
        en: `district ${file.id} has no chart ${args[1]}`,
      });
    io.out(await drawDiagram(definition, undefined, options.lang ?? 'zh', options.card ? 'card' : 'page'));
    return EXIT.done;
  },
};
