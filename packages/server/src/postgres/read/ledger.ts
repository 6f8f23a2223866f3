/** One page of a ledger: filtered, searched, sorted, and continued from where the last one ended (keyset). */
import type { Json } from '@fengqiao/core';
import type { LedgerPage, LedgerQuery, LedgerRow } from '../../host/reader-port.ts';
import { tokensOfQuery } from '../search-tokens.ts';
import { Parameters, sightOf } from './parameters.ts';
import type { Query } from './query.ts';

/** Above this many the total is not counted. */
const COUNTED = 10_000;

const viewOf = (view: LedgerQuery['view'], today: string): string => {
  if (view === 'open') return 'not r.final';
  if (view === 'closed') return 'r.final';
  // civil days and instants compare with a civil day as text
  if (view === 'overdue') return `not r.final and r.next_due < ${today}`;
  return 'true';
};

/** Each word must be found in one of the ways in which it may be meant. */
function searched(words: string, key: Buffer, kind: string, p: Parameters): string {
  const found = tokensOfQuery(words, key).map((ways) => {
    const sets = ways.map(
      (tokens) => `r.id in (select subject from term_index where district = $1 and kind = ${kind}
        and token = any(${p.add([...new Set(tokens)])}) group by subject having count(distinct token) = ${p.add(new Set(tokens).size)})`,
    );
    return `(${sets.join(' or ')})`;
  });
  return found.length ? found.join(' and ') : 'true';
}

/** What the ledger is sorted by, as SQL, and its type. A column that a row lacks comes first. */
function sortOf(sort: string | undefined, p: Parameters): { by: string; type: string; down: boolean } {
  const down = sort === undefined || sort.startsWith('-');
  const name = sort?.replace(/^-/, '') ?? 'openedOn';
  if (name === 'openedOn') return { by: 'r.opened_on', type: 'date', down };
  if (name === 'nextDue') return { by: `coalesce(r.next_due, '9999')`, type: 'text', down };
  return { by: `coalesce(r.columns -> ${p.add(name)}, 'null'::jsonb)`, type: 'jsonb', down };
}

/** Where a page ended: the value sorted by, as text, and the id. */
function place(after: string | undefined): [string, string] | undefined {
  if (!after) return undefined;
  try {
    const found: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const [value, id] = Array.isArray(found) ? (found as unknown[]) : [];
    return typeof value === 'string' && typeof id === 'string' ? [value, id] : undefined;
  } catch {
    return undefined;
  }
}

interface Row {
  id: string;
  columns: { [column: string]: Json };
  stage: string;
  level: string | null;
  final: boolean;
  unit: string;
  opened_on: string;
  next_due: string | null;
  sorted: string;
}

export async function ledger(query: Query, asked: LedgerQuery): Promise<LedgerPage> {
  const p = new Parameters(query.district);
  const kind = p.add(asked.kind);
  const conditions = [
    `r.district = $1 and r.kind = ${kind}`,
    sightOf(asked.sight, p),
    viewOf(asked.view, asked.view === 'overdue' ? p.add(asked.today) : ''),
  ];
  if (asked.stages) conditions.push(`r.stage = any(${p.add([...asked.stages])})`);
  if (asked.level !== undefined) conditions.push(`r.level = ${p.add(asked.level)}`);
  if (asked.words) conditions.push(searched(asked.words, query.searchKey, kind, p));
  const where = conditions.join(' and ');
  const [counted] = await query<{ n: number }>(
    `select count(*)::int as n from (select from subject_row r where ${where} limit ${COUNTED + 1}) as found`,
    p.values,
  );
  const { by, type, down } = sortOf(asked.sort, p);
  const from = place(asked.after);
  const way = down ? 'desc' : 'asc';
  const begin = from ? `(${by}, r.id) ${down ? '<' : '>'} (${p.add(from[0])}::${type}, ${p.add(from[1])})` : 'true';
  const rows = await query<Row>(
    `select r.id, r.columns, r.stage, r.level, r.final, r.unit, to_char(r.opened_on, 'YYYY-MM-DD') as opened_on, r.next_due, (${by})::text as sorted
     from subject_row r where ${where} and ${begin} order by ${by} ${way}, r.id ${way} limit ${p.add(asked.size + 1)}`,
    p.values,
  );
  const shown = rows.slice(0, asked.size);
  const last = shown.at(-1);
  const total = counted?.n ?? 0;
  return {
    rows: shown.map(rowOf),
    ...(total <= COUNTED ? { total } : {}),
    ...(rows.length > asked.size && last
      ? { next: Buffer.from(JSON.stringify([last.sorted, last.id])).toString('base64url') }
      : {}),
  };
}

const rowOf = ({ id, columns, stage, level, final, unit, opened_on, next_due }: Row): LedgerRow => ({
  subject: id,
  columns,
  stage,
  ...(level ? { level } : {}),
  final,
  unit,
  openedOn: opened_on,
  ...(next_due ? { nextDue: next_due } : {}),
});
