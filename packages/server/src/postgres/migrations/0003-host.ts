/** What the host keeps about people who sign in, beside the engine's tables. */
export const hostTables: readonly string[] = [
  // one login across districts; the account belongs to one
  `create table account (
     id text primary key, login text not null unique, district text not null, person text not null,
     hash text not null, version integer not null default 1, demo boolean not null default false,
     failures integer not null default 0, locked_until timestamptz, disabled_at timestamptz, created_at timestamptz not null
   )`,
  `create index account_person on account (district, person)`,
  // found by the keyed hash of its token before the district is known: that of its account
  `create table session (
     id text primary key, account text not null references account on delete cascade, version integer not null, post text,
     created_at timestamptz not null, seen_at timestamptz not null, ends_at timestamptz not null
   )`,
  `create index session_account on session (account)`,
  `create table draft (
     district text not null, person text not null, key text not null, cipher bytea not null, updated_at timestamptz not null,
     primary key (district, person, key)
   )`,
  `create table file (
     district text not null, sha256 text not null, size integer not null, type text not null, bytes bytea not null,
     created_by text not null, created_at timestamptz not null,
     primary key (district, sha256)
   )`,
  // pictures and PDF files are compressed already
  `alter table file alter column bytes set storage external`,
  // who looked at what in clear, and who was refused what: never what was typed
  `create table access_log (
     id bigint generated always as identity primary key, district text not null, at timestamptz not null,
     person text not null, post text, kind text, subject text, what text not null, reason text
   )`,
  `create index access_log_at on access_log (district, at)`,
  `create table refusal_log (
     id bigint generated always as identity primary key, district text not null, at timestamptz not null,
     person text not null, post text, kind text, subject text, event text, code text not null, rules text[] not null, ref text
   )`,
  `create index refusal_log_at on refusal_log (district, at)`,
  `create table setting (
     district text not null, key text not null, value json not null, changed_at timestamptz not null,
     primary key (district, key)
   )`,
];
