/** What lists, tasks and search read; written in the commit of the event they follow from. */
export const projectionTables: readonly string[] = [
  `create table subject_row (
     district text not null, id text not null, kind text not null, seq integer not null,
     stage text not null, level text, unit text not null, final boolean not null,
     opened_on date not null, next_due text, at timestamptz not null,
     persons text[] not null, columns jsonb not null,
     primary key (district, id)
   ) with (fillfactor = 70)`,
  `create index subject_row_ledger on subject_row (district, kind, opened_on desc, id desc)`,
  `create index subject_row_unit on subject_row (district, kind, unit, opened_on desc, id desc)`,
  `create index subject_row_next_due on subject_row (district, kind, next_due) where not final`,
  `create index subject_row_persons on subject_row using gin (persons)`,

  `create table task (
     district text not null, subject text not null, key text not null, kind text not null,
     roles text[] not null, unit text not null, text json not null, events text[] not null,
     due text, since text not null, claimed_by text, rung integer,
     primary key (district, subject, key)
   ) with (fillfactor = 70)`,
  `create index task_unit on task (unit, district, due)`,
  `create index task_claimed on task (claimed_by, district) where claimed_by is not null`,

  `create table notice (
     district text not null, subject text not null, seq integer not null, n integer not null, kind text not null,
     text json not null, role text, person text, unit text not null, at timestamptz not null,
     primary key (district, subject, seq, n)
   )`,
  `create index notice_at on notice (at desc, district)`,
  `create index notice_person on notice (person, district, at desc) where person is not null`,
];
