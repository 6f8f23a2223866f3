/**
 * The one statement of a batch of commits (design §9): everything that an acknowledged event changes, in one round trip and
 * one transaction. The commits of a batch are of different subjects and want different keys (see groups.ts).
 *
 * It first locks the subjects that are written or read, in the order of their ids, and looks at what each commit expects.
 * `v` holds the verdict on each; only those with `go` are written. What this statement could not see because another
 * one was writing at the same moment (the same new subject, the same event id) ends it with `lost_race()`: nothing of the
 * batch is written, and it is tried again in halves.
 *
 * Parts for which a batch has no rows are left out: starting each costs a single commit about as much as running it.
 */
import { SOURCES, type Source } from './columns.ts';

/** What a commit may have none of. */
export const OPTIONAL = ['r', 'k', 'd', 'x', 'p', 't', 'w', 'o'] as const satisfies readonly Source[];
export type Optional = (typeof OPTIONAL)[number];

const kept = new Map<string, { name: string; text: string }>();

/** The statement for batches that have rows in these optional sources, with the name under which it is prepared. */
export function commitStatement(present: ReadonlySet<Optional>): { name: string; text: string } {
  const mark = OPTIONAL.filter((source) => present.has(source)).join('');
  let statement = kept.get(mark);
  if (!statement) {
    statement = { name: `commit ${mark}`, text: textOf(present) };
    kept.set(mark, statement);
  }
  return statement;
}

/** Are the rows of this source parameters of the statement? */
export const takes = (present: ReadonlySet<Optional>, source: Source): boolean =>
  !(OPTIONAL as readonly Source[]).includes(source) || present.has(source as Optional);

function sourcesOf(present: ReadonlySet<Optional>): string[] {
  let parameter = 0;
  return (Object.keys(SOURCES) as Source[])
    .filter((source) => takes(present, source))
    .map((source) => {
      const columns = Object.entries(SOURCES[source]);
      const arrays = columns.map(([, type]) => {
        parameter += 1;
        return `$${parameter}::${type}[]`;
      });
      const given = `unnest(${arrays.join(', ')}) as u(${columns.map(([column]) => column).join(', ')})`;
      if (source === 'c') return `c as materialized (select * from ${given})`;
      // what belongs to a commit knows its district, kind and subject; a read names a subject of its own
      const own = source === 'r' ? '' : 'c.subject, ';
      return `${source} as materialized (select c.district, c.kind, ${own}u.* from ${given} join c using (n))`;
    });
}

function textOf(present: ReadonlySet<Optional>): string {
  const when = (source: Optional, text: string, otherwise = ''): string => (present.has(source) ? text : otherwise);
  return `with
${sourcesOf(present).join(',\n')},
locked as materialized (
  select s.district, s.id, s.seq from subject s
  where (s.district, s.id) in (select district, subject from c ${when('r', 'union all select district, subject from r')})
  order by s.district, s.id for no key update of s),
known as materialized (
  select distinct on (a.n) a.n, y.event_id, y.payload_hash, y.actor, y.body
  from a join answer y on y.district = a.district and y.event_id = a.event_id
  where y.refusal is null order by a.n, a.i),
${when(
  'k',
  `held as materialized (
  select distinct on (k.n) k.n, k.rule, k.key
  from k join keyed_row y on y.district = k.district and y.scope = k.scope and y.key = k.key order by k.n, k.i),`,
)}
v as materialized (
  select c.n, coalesce(l.seq, 0) as head, coalesce(f.number, 0) as reference,
    case
      when known.n is not null then 'duplicate'
      when coalesce(f.number, 0) <> c.reference then 'stale-reference'
      when coalesce(l.seq, 0) <> c.expected then 'conflict'
      ${when(
        'r',
        `when exists (
        select from r left join locked m on m.district = r.district and m.id = r.subject
        where r.n = c.n and coalesce(m.seq, 0) <> r.seq) then 'conflict'`,
      )}
      ${when('k', `when held.n is not null then 'taken'`)}
      else 'go'
    end as verdict
  from c
    left join locked l on l.district = c.district and l.id = c.subject
    left join reference f on f.district = c.district
    left join known on known.n = c.n
    ${when('k', 'left join held on held.n = c.n')}),
${when(
  'k',
  `kept as (
  insert into keyed_row (district, scope, key, kind, subject, seq, rule)
  select k.district, k.scope, k.key, k.kind, k.subject, c.seq, k.rule
  from k join v using (n) join c using (n) where v.verdict = 'go' order by k.district, k.scope, k.key
  on conflict do nothing returning district, scope, key),
lost as materialized (
  select distinct on (k.n) k.n, k.rule, k.key from k join v using (n)
  where v.verdict = 'go' and not exists (select from kept y where y.district = k.district and y.scope = k.scope and y.key = k.key)
  order by k.n, k.i),`,
)}
go as materialized (
  select c.* from c join v using (n) where v.verdict = 'go' ${when('k', 'and not exists (select from lost where lost.n = v.n)')}),
created as (
  insert into subject (district, id, kind, seq, point_seq, shape, conduct, head, at, snapshot)
  select district, subject, kind, seq, point_seq, shape, conduct, head, at, snapshot::json from go where expected = 0
  on conflict do nothing returning id),
advanced as (
  update subject s set seq = go.seq, point_seq = go.point_seq, shape = go.shape, conduct = go.conduct, head = go.head,
    at = go.at, snapshot = go.snapshot::json
  from go where go.expected > 0 and s.district = go.district and s.id = go.subject and s.seq = go.expected returning s.id),
answered as (
  insert into answer as y (district, event_id, kind, subject, payload_hash, actor, body)
  select a.district, a.event_id, a.kind, a.subject, a.payload_hash, a.actor, a.body::json from a join go using (n)
  on conflict (district, event_id) do update set kind = excluded.kind, subject = excluded.subject,
    payload_hash = excluded.payload_hash, actor = excluded.actor, body = excluded.body, refusal = null, until = null
  where y.refusal is not null returning event_id),
recorded as (
  insert into entry (district, subject, seq, kind, event_id, type, at, effective_at, person, post, prev, hash, bytes, entry)
  select e.district, e.subject, e.seq, e.kind, e.event_id, e.type, e.at, e.effective_at, e.person, e.post, e.prev, e.hash, e.bytes,
    e.bytes::jsonb || jsonb_build_object('hash', e.hash) from e join go using (n)),
${when(
  'x',
  `cancelled as (
  delete from due y using x join go using (n) where y.district = x.district and y.subject = x.subject and y.key = x.key),`,
)}
${when(
  'd',
  `put as (
  insert into due (district, subject, key, kind, due_at, ready_at, token, what)
  select d.district, d.subject, d.key, d.kind, d.due_at, d.due_at, d.token, d.what::json from d join go using (n)
  on conflict (district, subject, key) do update set kind = excluded.kind, due_at = excluded.due_at, ready_at = excluded.ready_at,
    token = excluded.token, what = excluded.what, lease_until = null, attempts = 0, parked = false, error = null),`,
)}
${when(
  'p',
  `sealed as (
  insert into person_value (district, ref, kind, subject, field, cipher, key_id, salt)
  select p.district, p.ref, p.kind, p.subject, p.field, decode(p.cipher, 'base64'), p.key_id, decode(p.salt, 'base64')
  from p join go using (n)),`,
)}
${when(
  't',
  `indexed as (
  insert into term_index (district, kind, token, recency, subject)
  select t.district, t.kind, t.token, go.opened_on - date '2000-01-01', t.subject from t join go using (n)
  on conflict do nothing),`,
)}
listed as (
  insert into subject_row (district, id, kind, seq, stage, level, unit, final, opened_on, next_due, at, persons, columns)
  select district, subject, kind, seq, stage, level, unit, final, opened_on, next_due, at, persons::text[], columns::jsonb from go
  on conflict (district, id) do update set seq = excluded.seq, stage = excluded.stage, level = excluded.level, unit = excluded.unit,
    final = excluded.final, opened_on = excluded.opened_on, next_due = excluded.next_due, at = excluded.at,
    persons = excluded.persons, columns = excluded.columns),
over as (
  delete from task y using go where y.district = go.district and y.subject = go.subject
    ${when('w', 'and not exists (select from w where w.n = go.n and w.key = y.key)')}),
${when(
  'w',
  `waiting as (
  insert into task as y (district, subject, key, kind, roles, unit, text, events, due, since, claimed_by, rung)
  select w.district, w.subject, w.key, w.kind, w.roles::text[], w.unit, w.text::json, w.events::text[], w.due, w.since, w.claimed_by,
    w.rung from w join go using (n)
  on conflict (district, subject, key) do update set roles = excluded.roles, unit = excluded.unit, text = excluded.text,
    events = excluded.events, due = excluded.due, since = excluded.since, claimed_by = excluded.claimed_by, rung = excluded.rung
  where (y.roles, y.unit, y.text::text, y.events, y.due, y.since, y.claimed_by, y.rung) is distinct from
    (excluded.roles, excluded.unit, excluded.text::text, excluded.events, excluded.due, excluded.since, excluded.claimed_by, excluded.rung)),`,
)}
${when(
  'o',
  `told as (
  insert into notice (district, subject, seq, n, kind, text, role, person, unit, at)
  select o.district, o.subject, o.seq, o.i, o.kind, o.text::json, o.role, o.person, go.unit, o.at from o join go using (n)
  on conflict do nothing),`,
)}
race as materialized (
  select case when
      (select count(*) from created) + (select count(*) from advanced) <> (select count(*) from go)
      or (select count(*) from answered) <> (select count(*) from a join go using (n))
      ${when('k', 'or exists (select from kept y join k on k.district = y.district and k.scope = y.scope and k.key = y.key join lost using (n))')}
    then lost_race() end as never)
select v.n, ${when('k', `case when lost.n is not null then 'taken' else v.verdict end`, 'v.verdict')} as verdict, v.head, v.reference,
  ${when('k', 'coalesce(held.rule, lost.rule) as rule, coalesce(held.key, lost.key) as key,', 'null as rule, null as key,')}
  known.event_id, known.payload_hash, known.actor, known.body
from v cross join race ${when('k', 'left join held using (n) left join lost using (n)')} left join known using (n) order by v.n`;
}

/** One row of the answer for each commit. */
export interface VerdictRow {
  n: number;
  verdict: 'go' | 'duplicate' | 'stale-reference' | 'conflict' | 'taken';
  head: number;
  reference: number;
  rule: string | null;
  key: string | null;
  event_id: string | null;
  payload_hash: string | null;
  actor: string | null;
  body: { [key: string]: never } | null;
}
