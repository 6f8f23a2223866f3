/**
 * The districts of a host, and their agreement with the database: definitions are stored under their fingerprints, the
 * number of the reference data grows when a file's posts, units or presets have changed (design §9).
 */
import { type Composed, fingerprint, type Store } from '@fengqiao/core';
import type { District, Districts } from '../host/context.ts';
import { type DistrictData, districtOf, type ProviderFactory } from './district.ts';
import type { DistrictFault } from './faults.ts';
import { type Catalogue, type ReadDistrict, readDistricts } from './read.ts';

/** What is asked of the database, beside the store port. */
export interface DistrictDatabase {
  store: Pick<Store, 'load' | 'definition' | 'putDefinition'> & {
    personal(district: string, refs: string[]): Promise<Map<string, string>>;
    reference(district: string): Promise<number>;
    setReference(district: string, number: number): Promise<void>;
  };
  query<Row>(text: string, values: readonly unknown[]): Promise<{ rows: Row[] }>;
}

export interface OpenDistricts extends Districts {
  warnings: readonly DistrictFault[];
  /** Stores the definitions and agrees on the numbers; before it nothing that needs the database works. */
  attach(database: DistrictDatabase, now: string): Promise<void>;
  /** The database has another number: the file is read again. @throws DistrictsRefused, DistrictChanged */
  refresh(district: string): Promise<void>;
}

/** The reference data in the database is of a file that this host does not have. */
export class DistrictChanged extends Error {
  readonly code = 'DISTRICT_CHANGED';
}

const KEY = 'reference';
/** Definitions of old conducts that are kept at hand. */
const KEPT = 32;

/** @throws DistrictsRefused with every fault of every file. */
export function openDistricts(
  folder: string,
  catalogue: Catalogue,
  factories: readonly ProviderFactory[],
): OpenDistricts {
  let database: DistrictDatabase | undefined;
  const attached = (): DistrictDatabase => {
    if (!database) throw new Error('the districts are not attached to a database yet');
    return database;
  };
  const old = new Map<string, Composed>();
  const data: DistrictData = {
    load: async (district, ids) => attached().store.load(district, ids),
    personal: async (district, refs) => attached().store.personal(district, refs),
    async byConduct(conduct) {
      const known = old.get(conduct);
      if (known) return known;
      const found = (await attached().store.definition(conduct)) as Composed | undefined;
      if (!found) return undefined;
      if (old.size >= KEPT) old.delete(old.keys().next().value!);
      old.set(conduct, found);
      return found;
    },
  };
  const make = (read: ReadDistrict, number: number): District => districtOf(read, number, factories, () => data);
  const first = readDistricts(folder, catalogue);
  const districts = new Map(first.map((read) => [read.file.id, make(read, 0)]));

  /** Number of the reference data for what the file says: a new one where the database knows another content. */
  async function numberFor(read: ReadDistrict, mayRaise: boolean): Promise<number> {
    const { store, query } = attached();
    const { id } = read.file;
    const own = fingerprint([read.file, Object.values(read.composed).map(({ conduct }) => conduct)]);
    const { rows } = await query<{ value: string }>('select value from setting where district = $1 and key = $2', [
      id,
      KEY,
    ]);
    const number = await store.reference(id);
    if (rows[0]?.value === own) return number;
    if (!mayRaise) throw new DistrictChanged(`the district file of ${id} is not the one that the database knows`);
    await query(
      `insert into setting (district, key, value, changed_at) values ($1, $2, $3, $4)
       on conflict (district, key) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [id, KEY, JSON.stringify(own), startedAt],
    );
    await store.setReference(id, number + 1);
    return number + 1;
  }
  let startedAt = '';

  return {
    warnings: first.flatMap(({ warnings }) => warnings),
    get: (id) => districts.get(id),
    list: () => [...districts.values()],
    async attach(given, now) {
      database = given;
      startedAt = now;
      for (const read of first) {
        for (const [kind, composed] of Object.entries(read.composed)) {
          const { shape, conduct } = composed;
          await given.store.putDefinition({ shape, conduct, kind, body: composed as never, at: now });
        }
        districts.set(read.file.id, make(read, await numberFor(read, true)));
      }
    },
    async refresh(district) {
      const read = readDistricts(folder, catalogue).find(({ file }) => file.id === district);
      if (read) districts.set(district, make(read, await numberFor(read, false)));
    },
  };
}
