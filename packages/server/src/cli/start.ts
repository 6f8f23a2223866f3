import type { Command } from './command.ts';
import { EXIT } from './command.ts';

export const start: Command = {
  name: 'start',
  usage: 'start',
  zh: '启动主机（同 npm start）',
  en: 'start the host (as npm start)',
  takes: [0, 0],
  run: async (_call, io) => ((await (await import('../main.ts')).main(io.env)) === 0 ? EXIT.done : EXIT.failed),
};
