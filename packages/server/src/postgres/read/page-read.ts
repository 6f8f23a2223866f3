/** The questions of pages as SQL over the projections. */
import type { Entry, Projection, Subject } from '@fengqiao/core';
import type { NoticeItem, PageRead, TaskItem, TaskQuery } from '../../host/reader-port.ts';
import { instantOf } from '../due.ts';
import { ledger } from './ledger.ts';
import { Parameters, sightOf } from './parameters.ts';
import type { Query } from './query.ts';

const definedOnly = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T;

async function subject(query: Query, id: string): Promise<{ subject: Subject; projection: Projection } | undefined> {
  const [row] = await query<RowOfSubject>(
    `select s.snapshot, r.columns, r.stage, r.level, r.final, r.unit, to_char(r.opened_on, 'YYYY-MM-DD') as opened_on, r.next_due, r.persons
     from subject s join subject_row r on r.district = s.district and r.id = s.id where s.district = $1 and s.id = $2`,
    [query.district, id],
  );
  if (!row) return undefined;
  const tasks = await query<TaskItem>(
    `select key, roles, unit, text, events, due, since, claimed_by as "claimedBy", rung from task
     where district = $1 and subject = $2 order by due nulls last, since, key`,
    [query.district, id],
  );
  const notices = await query<Projection['notices'][number]>(
    `select seq, n, text, role, person, ${instantOf('at')} as at from notice where district = $1 and subject = $2 order by seq, n`,
    [query.district, id],
  );
  const { snapshot, opened_on, next_due, level, ...plain } = row;
  return {
    subject: snapshot,
    projection: {
      ...plain,
      ...(level ? { level } : {}),
      openedOn: opened_on,
      ...(next_due ? { nextDue: next_due } : {}),
      tasks: tasks.map(definedOnly),
      notices: notices.map(definedOnly),
      tokens: [],
    },
  };
}

interface RowOfSubject {
  snapshot: Subject;
  columns: Projection['columns'];
  stage: string;
  level: string | null;
  final: boolean;
  unit: string;
  opened_on: string;
  next_due: string | null;
  persons: string[];
}

async function tasks(query: Query, asked: TaskQuery): Promise<TaskItem[]> {
  const p = new Parameters(query.district);
  const roles = p.add(asked.posts.map((post) => post.role));
  const units = p.add(asked.posts.map((post) => post.unit));
  const kind = asked.kind === undefined ? 'true' : `t.kind = ${p.add(asked.kind)}`;
  const rows = await query<TaskItem>(
    `select t.kind, t.subject, t.key, t.text, t.events, t.roles, t.unit, t.due, t.since, t.claimed_by as "claimedBy", t.rung,
       r.columns, r.stage, r.level
     from task t join subject_row r on r.district = t.district and r.id = t.subject
     where t.district = $1 and ${kind} and ${sightOf(asked.sight, p)}
       and (t.claimed_by = ${p.add(asked.person)} or exists (
         select from unnest(${roles}::text[], ${units}::text[]) as post(role, unit) where post.unit = t.unit and post.role = any(t.roles)))
     order by t.due nulls last, t.since, t.subject, t.key limit ${p.add(asked.limit)}`,
    p.values,
  );
  return rows.map(definedOnly);
}

async function notices(query: Query, asked: TaskQuery): Promise<NoticeItem[]> {
  const p = new Parameters(query.district);
  const kind = asked.kind === undefined ? 'true' : `o.kind = ${p.add(asked.kind)}`;
  const roles = p.add(asked.posts.map((post) => post.role));
  // the sight says whose subjects a unit may see: a role there is told of them
  return query<NoticeItem>(
    `select o.kind, o.subject, o.seq, o.n, o.text, ${instantOf('o.at')} as at
     from notice o join subject_row r on r.district = o.district and r.id = o.subject
     where o.district = $1 and ${kind} and ${sightOf(asked.sight, p)}
       and (o.person = ${p.add(asked.person)} or o.role = any(${roles}::text[]))
     order by o.at desc, o.subject, o.seq, o.n limit ${p.add(asked.limit)}`,
    p.values,
  );
}

export const pageRead = (query: Query): PageRead => ({
  subject: (id) => subject(query, id),
  entries: async (id, afterSeq = 0) => {
    const text = 'select entry from entry where district = $1 and subject = $2 and seq > $3 order by seq';
    return (await query<{ entry: Entry }>(text, [query.district, id, afterSeq])).map((row) => row.entry);
  },
  personal: query.personal,
  ledger: (asked) => ledger(query, asked),
  tasks: (asked) => tasks(query, asked),
  notices: (asked) => notices(query, asked),
});
