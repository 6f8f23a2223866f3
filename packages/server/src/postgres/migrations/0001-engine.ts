/**
 * Tables of the engine (design §9–§11). Every one carries `district`, those of subjects `kind`. Instants are parameters:
 * nothing here asks the time. No index but the primary key begins with the district where the hot path looks a subject up: with
 * few districts and no statistics yet, another one would be walked through. `json` where the order of keys is to survive, `jsonb` where SQL looks inside.
 */
export const engineTables: readonly string[] = [
  `create table subject (
     district text not null, id text not null, kind text not null,
     seq integer not null, point_seq integer not null,
     shape text not null, conduct text not null, head text not null, at timestamptz not null,
     snapshot json not null,
     primary key (district, id)
   ) with (fillfactor = 70)`,
  `create index subject_conduct on subject (conduct, district)`,

  // append only: the bytes that were hashed are the truth, the jsonb beside them is for looking things up
  `create table entry (
     district text not null, subject text not null, seq integer not null, kind text not null,
     event_id text not null, type text not null, at timestamptz not null, effective_at date not null,
     person text not null, post text not null,
     prev text not null, hash text not null, bytes text not null, entry jsonb not null,
     primary key (district, subject, seq)
   )`,
  `create index entry_at on entry (at, district)`,

  // what an event id answers: accepted ones for ever, refusals (with their text) until a day
  `create table answer (
     district text not null, event_id text not null, kind text not null, subject text not null,
     payload_hash text not null, actor text not null, body json not null, refusal json, until timestamptz,
     primary key (district, event_id)
   )`,
  `create index answer_until on answer (until) where until is not null`,

  // terms, reactions and outgoing messages; ready_at is the due time, or the end of a lease, or the next try
  `create table due (
     district text not null, subject text not null, key text not null, kind text not null,
     due_at timestamptz not null, ready_at timestamptz not null, token integer not null,
     lease_until timestamptz, attempts integer not null default 0,
     parked boolean not null default false, error text, what json not null,
     primary key (district, subject, key)
   ) with (fillfactor = 70)`,
  `create index due_ready on due (ready_at) where not parked`,
  `create index due_parked on due (ready_at) where parked`,

  // how far the reactions of a plugin to the entries of a subject have been made
  `create table reaction_cursor (
     district text not null, kind text not null, subject text not null, plugin text not null, seq integer not null,
     primary key (district, subject, plugin)
   )`,

  // composed definitions under their fingerprints; they are the same for every district that composes them so
  `create table definition (
     conduct text primary key, shape text not null, kind text not null, body json not null, stored_at timestamptz not null
   )`,
  `create index definition_shape on definition (shape)`,

  // reference data (posts, units, calendars, presets) has a number; a step decided on an older one is decided again
  `create table reference (district text primary key, number integer not null, changed_at timestamptz)`,

  // erasure takes cipher and salt away and leaves the row
  `create table person_value (
     district text not null, ref text not null, kind text not null, subject text not null, field text not null,
     cipher bytea, key_id text not null, salt bytea, erased_at timestamptz,
     primary key (district, ref)
   )`,
  `create index person_value_subject on person_value (district, subject)`,

  `create table term_index (
     district text not null, kind text not null, token text not null, recency integer not null, subject text not null,
     primary key (district, token, kind, recency, subject)
   )`,

  `create table keyed_row (
     district text not null, scope text not null, key text not null, kind text not null, subject text not null,
     seq integer not null, rule text not null,
     primary key (district, scope, key)
   )`,

  `create table counter (
     district text not null, series text not null, value integer not null, primary key (district, series)
   ) with (fillfactor = 50)`,

  // a day's Merkle root over the heads that changed, signed, with the one before it
  `create table anchor (
     district text not null, day date not null, root text not null, subjects integer not null, prev text not null,
     signature text not null, made_at timestamptz not null,
     primary key (district, day)
   )`,

  // a commit of a batch lost a race that its own statement could not see: everything of it is undone and tried again
  `create function lost_race() returns boolean language plpgsql volatile as $$
   begin raise exception 'lost a race' using errcode = 'FQ001'; end $$`,
];
