import { loginNames, migrate } from '../postgres/migrate.ts';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import { withDatabase } from './with-database.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate [--json]',
  zh: '把数据库表结构升级到本版本',
  en: 'bring the tables up to date with this release',
  takes: [0, 0],
  run: ({ options }, io) =>
    withDatabase(io, async ({ database }) => {
      const ran = await migrate(database.owner, loginNames(database));
      if (options.json) io.out(JSON.stringify({ ran }));
      else if (ran.length) for (const name of ran) io.out(name);
      else io.err('已是最新 / up to date');
      return EXIT.done;
    }),
};
