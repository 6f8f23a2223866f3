/** For commands that need definitions and no database: the districts of the folder of the settings. */
import type { ReadDistrict } from '../district/read.ts';
import { EXAMPLES, readDistricts } from '../district/read.ts';
import type { Io } from './command.ts';
import { Failure } from './command.ts';
import { settingsOf } from './with-database.ts';

/** @throws DistrictsRefused, Failure for an unknown district */
export async function districtNamed(io: Io, id: string): Promise<ReadDistrict> {
  const all = await districtsOf(io);
  const found = all.find(({ file }) => file.id === id);
  if (found) return found;
  const names = all.map(({ file }) => file.id).join(', ');
  throw new Failure({ zh: `没有辖区 ${id}，现有：${names}`, en: `there is no district ${id}; there are: ${names}` });
}

export async function districtsOf(io: Io): Promise<ReadDistrict[]> {
  const { catalogue } = await import('../district/catalogue.ts');
  return readDistricts(settingsOf(io)?.districtsDir ?? EXAMPLES, catalogue);
}
