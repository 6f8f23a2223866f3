/** `seed`: plays the demo scripts of the districts, as `npm start` does with DEMO on. The host may not run meanwhile. */
import { startHost } from '../host/start.ts';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import { settingsOf } from './with-database.ts';

export const seed: Command = {
  name: 'seed',
  usage: 'seed [--json]',
  zh: '按辖区的演示脚本办理演示事项（主机未运行时）',
  en: 'play the demo scripts of the districts (while no host runs)',
  takes: [0, 0],
  async run({ options }, io) {
    const settings = settingsOf(io);
    if (!settings) return EXIT.misuse;
    const host = await startHost(
      { ...settings, demo: true, host: '127.0.0.1', port: 0, portGiven: true },
      { quiet: true },
    );
    try {
      const { rows } = await host.deps.database.query<{ district: string; kind: string; n: number }>(
        'select district, kind, count(*)::int as n from subject group by district, kind order by district, kind',
      );
      if (options.json) io.out(JSON.stringify(rows));
      else for (const { district, kind, n } of rows) io.out(`${district} ${kind} ${n}`);
      return EXIT.done;
    } finally {
      await host.stop();
    }
  },
};
