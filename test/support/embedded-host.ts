/** A host that does nothing but own a database: says its process, or why it has none, and ends when it is told to. */
import { startEmbedded } from '../../packages/server/src/postgres/embedded/index.ts';

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '' });
  process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
  setInterval(() => {}, 60_000);
  say({ pid: embedded.pid });
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  say({ code: code ?? 'UNKNOWN', message });
  process.exitCode = 1;
}
