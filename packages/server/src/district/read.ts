/** Reads the district files of a folder: `<folder>/<district>/district.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChartDefinition, type Composed, chinaCalendar, compose, type PluginDefinition } from '@fengqiao/core';
import { formFaults } from '../pages/forms/check.ts';
import { checkDistrict } from './check.ts';
import { type DistrictFault, DistrictsRefused, faultOf } from './faults.ts';
import { type DistrictFile, districtSchema } from './schema.ts';

/** Charts and plugins that this host has on board. */
export interface Catalogue {
  charts: readonly ChartDefinition[];
  plugins: readonly PluginDefinition[];
}
export interface ReadDistrict {
  file: DistrictFile;
  composed: { [kind: string]: Composed };
  warnings: DistrictFault[];
}

/** The districts that come with the project. */
export const EXAMPLES = fileURLToPath(new URL('../../../../examples', import.meta.url));
const NAME = 'district.json';

/** All districts of the folder. @throws DistrictsRefused with every fault of every file. */
export function readDistricts(folder: string, catalogue: Catalogue): ReadDistrict[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = names.map((name) => path.join(folder, name, NAME)).filter((file) => existsSync(file));
  if (!files.length) throw new DistrictsRefused([faultOf('DISTRICT_NONE', path.basename(folder))]);
  const faults: DistrictFault[] = [];
  const districts = files.flatMap((file) => readDistrict(file, catalogue, faults) ?? []);
  districts.forEach(({ file: { id } }, at) => {
    if (districts.findIndex((other) => other.file.id === id) !== at) faults.push(faultOf('DISTRICT_TWICE', 'id', id));
  });
  if (faults.length) throw new DistrictsRefused(faults);
  return districts;
}

/** One district file; undefined where it cannot be read. Faults are added to the list. */
export function readDistrict(file: string, catalogue: Catalogue, faults: DistrictFault[]): ReadDistrict | undefined {
  const place = `${path.basename(path.dirname(file))}/${path.basename(file)}`;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    faults.push(faultOf('DISTRICT_UNREADABLE', place, (error as Error).name));
    return undefined;
  }
  const parsed = districtSchema.safeParse(json);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      faults.push(faultOf('DISTRICT_SHAPE', `${place}: ${issue.path.join('.')}`, issue.message));
    }
    return undefined;
  }
  const warnings: DistrictFault[] = [];
  const composed = composeAll(parsed.data, catalogue, place, faults, warnings);
  try {
    chinaCalendar({ zone: parsed.data.zone });
  } catch {
    faults.push(faultOf('DISTRICT_ZONE', `${place}: zone`, parsed.data.zone));
  }
  faults.push(...checkDistrict(parsed.data, Object.values(composed), place));
  return { file: parsed.data, composed, warnings };
}

function composeAll(
  file: DistrictFile,
  { charts, plugins }: Catalogue,
  place: string,
  faults: DistrictFault[],
  warnings: DistrictFault[],
): { [kind: string]: Composed } {
  const composed: { [kind: string]: Composed } = {};
  file.charts.forEach(({ kind, plugins: wanted, preset }, at) => {
    const chart = charts.find(({ id }) => id === kind);
    if (!chart) {
      faults.push(faultOf('DISTRICT_CHART', `${place}: charts.${at}.kind`, kind));
      return;
    }
    const found = wanted.flatMap((id) => {
      const plugin = plugins.find((one) => one.id === id);
      if (!plugin) faults.push(faultOf('DISTRICT_PLUGIN', `${place}: charts.${at}.plugins`, id));
      return plugin ?? [];
    });
    const made = compose(chart, found, preset);
    for (const { level, code, path: where, zh, en } of made.findings) {
      const fault = { code, path: `${place}: ${kind}: ${where}`, text: { zh, en } };
      (level === 'error' ? faults : warnings).push(fault);
    }
    for (const { code, path: where, text } of formFaults(made.composed))
      faults.push({ code, path: `${place}: ${kind}: ${where}`, text });
    composed[kind] = made.composed;
  });
  return composed;
}
