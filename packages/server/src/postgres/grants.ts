/**
 * Who may do what (design §11), set again after every migration:
 * - owner: everything; used only while migrating, for backup and restore;
 * - engine: reads and writes, but may not update, delete or truncate `entry` and `anchor`;
 * - pages: reads, only rows of the district that its transaction names, and nothing of accounts but their names.
 *   Sessions, drafts, files and logs are written by the engine's login.
 */
import pg from 'pg';

/** Tables that are only ever added to. */
export const APPEND_ONLY = ['entry', 'anchor'] as const;
/** Tables without a district: found by a fingerprint or before the district is known. */
export const WITHOUT_DISTRICT = ['definition', 'session', 'migration'] as const;
const PAGES_READ = [
  'subject',
  'entry',
  'due',
  'reference',
  'person_value',
  'term_index',
  'subject_row',
  'task',
  'notice',
  'file',
  'setting',
] as const;
const ACCOUNT_COLUMNS = 'id, login, district, person, demo, disabled_at, created_at';

export interface Logins {
  owner: string;
  engine: string;
  pages: string;
}

const name = (identifier: string): string => pg.escapeIdentifier(identifier);
/** The district of the transaction; without one no row is seen. */
const OF_DISTRICT = `district = (select nullif(current_setting('fengqiao.district', true), ''))`;

/** The statements for one set of logins; where two of them are the same login, the wider right holds. */
export function grantStatements(tables: readonly string[], logins: Logins): string[] {
  const said: string[] = [];
  const engine = name(logins.engine);
  const pages = name(logins.pages);
  const pagesApart = logins.pages !== logins.engine && logins.pages !== logins.owner;
  said.push(`revoke all on schema public from public`, `grant usage on schema public to ${engine}, ${pages}`);
  for (const table of tables) {
    const t = name(table);
    if (logins.engine !== logins.owner) {
      const fixed = (APPEND_ONLY as readonly string[]).includes(table) || table === 'migration';
      said.push(`revoke all on ${t} from ${engine}`);
      said.push(
        `grant ${table === 'migration' ? 'select' : fixed ? 'select, insert' : 'select, insert, update, delete'} on ${t} to ${engine}`,
      );
    }
    if (pagesApart) {
      said.push(`revoke all on ${t} from ${pages}`);
      if ((PAGES_READ as readonly string[]).includes(table) || table === 'definition')
        said.push(`grant select on ${t} to ${pages}`);
      if (table === 'account') said.push(`grant select (${ACCOUNT_COLUMNS}) on ${t} to ${pages}`);
    }
    if ((WITHOUT_DISTRICT as readonly string[]).includes(table)) continue;
    said.push(`alter table ${t} enable row level security`, `alter table ${t} force row level security`);
    for (const [policy, login, using] of [
      ['owner_all', logins.owner, 'true'],
      ['engine_all', logins.engine, 'true'],
      ['pages_district', logins.pages, OF_DISTRICT],
    ] as const) {
      said.push(`drop policy if exists ${policy} on ${t}`);
      said.push(`create policy ${policy} on ${t} to ${name(login)} using (${using})`);
    }
  }
  return said;
}
