/** Half-written forms: the names and values as they stood in the browser, sealed, one per person and form. */
import type { Clock } from '@fengqiao/core';
import type { Database } from './database-port.ts';
import type { Seal } from './seal.ts';

/** Fields of a form in their order, as the browser sends them. */
export type Fields = readonly (readonly [name: string, value: string])[];

export interface Draft {
  fields: Fields;
  /** Instant at which it was kept. */
  at: string;
}
export interface Drafts {
  keep(district: string, person: string, key: string, fields: Fields): Promise<void>;
  find(district: string, person: string, key: string): Promise<Draft | undefined>;
  drop(district: string, person: string, key: string): Promise<void>;
  /** Keys of the person's drafts, newest first. */
  list(district: string, person: string): Promise<{ key: string; at: string }[]>;
}

/** Names that begin with `_` belong to the page and not to the person: they are not kept. */
const typed = (fields: Fields): Fields => fields.filter(([name]) => !name.startsWith('_'));
const MOST = 50;

export function createDrafts(database: Database, clock: Clock, seal: Seal): Drafts {
  const place = (district: string, person: string, key: string) => `${district}\0${person}\0${key}`;
  return {
    async keep(district, person, key, fields) {
      const sealed = seal.close(JSON.stringify(typed(fields)), place(district, person, key));
      await database.query(
        `insert into draft (district, person, key, cipher, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (district, person, key) do update set cipher = excluded.cipher, updated_at = excluded.updated_at`,
        [district, person, key, sealed, clock.now()],
      );
      await database.query(
        `delete from draft where district = $1 and person = $2 and key in
         (select key from draft where district = $1 and person = $2 order by updated_at desc offset ${MOST})`,
        [district, person],
      );
    },
    async find(district, person, key) {
      const found = await database.query<{ cipher: Buffer; updated_at: Date }>(
        'select cipher, updated_at from draft where district = $1 and person = $2 and key = $3',
        [district, person, key],
      );
      const row = found.rows[0];
      const text = row && seal.open(row.cipher, place(district, person, key));
      return row && text !== undefined
        ? { fields: JSON.parse(text) as Fields, at: row.updated_at.toISOString() }
        : undefined;
    },
    async drop(district, person, key) {
      await database.query('delete from draft where district = $1 and person = $2 and key = $3', [
        district,
        person,
        key,
      ]);
    },
    async list(district, person) {
      const found = await database.query<{ key: string; updated_at: Date }>(
        'select key, updated_at from draft where district = $1 and person = $2 order by updated_at desc',
        [district, person],
      );
      return found.rows.map((row) => ({ key: row.key, at: row.updated_at.toISOString() }));
    },
  };
}
