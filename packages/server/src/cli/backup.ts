/** `backup` and `restore`: all of the data in one file, and back into an empty database. */
import { backup, restore } from '../postgres/backup/index.ts';
import { migrate } from '../postgres/migrate.ts';
import type { Command } from './command.ts';
import { EXIT, say } from './command.ts';
import { machineClock, withDatabase } from './with-database.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup <dir> [--json]',
  zh: '在线备份到目录（保留 14 份）；密钥不在其中，请另存 DATA_DIR/keys',
  en: 'back up online into a folder (14 are kept); the keys are not in it: keep DATA_DIR/keys apart',
  takes: [1, 1],
  run: ({ args, options }, io) =>
    withDatabase(io, async ({ database }) => {
      const made = await backup(database.owner, args[0]!, machineClock.now());
      io.out(options.json ? JSON.stringify(made) : made.file);
      return EXIT.done;
    }),
};

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore <dir or file> [--json]',
  zh: '把备份恢复到空的数据库，并核对全部哈希链',
  en: 'bring a backup back into an empty database and check every chain',
  takes: [1, 1],
  run: ({ args, options }, io) =>
    withDatabase(io, async ({ database }) => {
      const done = await restore(database.owner, args[0]!);
      await migrate(database.owner);
      if (options.json) io.out(JSON.stringify(done));
      else {
        io.out(done.file);
        io.err(say({ zh: `已恢复 ${done.subjects} 个事项`, en: `${done.subjects} subjects are back` }));
      }
      return EXIT.done;
    }),
};
