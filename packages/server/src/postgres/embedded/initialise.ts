/** Makes the cluster: three logins, one database, no way in for a superuser. */
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { alive } from './folder.ts';
import { HERE, runToEnd } from './spawn.ts';

/** The three logins of design §11 and the database, as the embedded cluster names them. */
export const LOGINS = { owner: 'fengqiao_owner', engine: 'fengqiao_engine', pages: 'fengqiao_pages' } as const;
export const DATABASE = 'fengqiao';
const SUPERUSER = 'fengqiao_cluster';

const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-ctype=C.UTF-8'];

/** Only the three logins, only through the socket, whose folder has mode 0700. */
const HBA = `local all ${Object.values(LOGINS).join(',')} trust\n`;

/** One statement a line, as the single-user server reads them. */
const statements = (mayCreateDatabases: boolean): string =>
  [
    `create role ${LOGINS.owner} login${mayCreateDatabases ? ' createdb' : ''};`,
    `create role ${LOGINS.engine} login;`,
    `create role ${LOGINS.pages} login;`,
    `create database ${DATABASE} owner ${LOGINS.owner};`,
    `revoke all on database ${DATABASE} from public;`,
    `grant connect on database ${DATABASE} to ${LOGINS.engine}, ${LOGINS.pages};`,
    `alter role ${SUPERUSER} nologin;`,
    '',
  ].join('\n');

/**
 * Makes the cluster aside and moves it into place whole: a host that is killed meanwhile leaves nothing half done, and of
 * two that begin at once one wins.
 */
export function makeCluster(cluster: string, bin: string, who: Account, mayCreateDatabases: boolean): void {
  const parent = path.dirname(cluster);
  const prefix = `${path.basename(cluster)}.new-`;
  for (const left of readdirSync(parent)) {
    const owner = left.startsWith(prefix) ? Number(left.slice(prefix.length)) : 0;
    if (owner && owner !== process.pid && !alive(owner)) rmSync(path.join(parent, left), { recursive: true });
  }
  const fresh = path.join(parent, `${prefix}${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (who.uid !== undefined && who.gid !== undefined) chownSync(fresh, who.uid, who.gid);
  const args = ['-D', HERE, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', ...LOCALE, '--no-instructions'];
  runToEnd(path.join(bin, 'initdb'), args, fresh, who);
  runToEnd(
    path.join(bin, 'postgres'),
    ['--single', '-D', HERE, 'postgres'],
    fresh,
    who,
    statements(mayCreateDatabases),
  );
  writeFileSync(path.join(fresh, 'pg_hba.conf'), HBA);
  chmodSync(path.join(fresh, 'pg_hba.conf'), 0o640);
  try {
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error;
  }
}
