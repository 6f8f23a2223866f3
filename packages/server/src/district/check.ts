/** What the form of a district file cannot say: ids exist once, references meet, roles and codes are of its charts. */
import type { Composed } from '@fengqiao/core';
import { type DistrictFault, faultOf } from './faults.ts';
import type { DistrictFile } from './schema.ts';

/** Faults of one file. `composed`: the definitions of its charts that could be composed. */
export function checkDistrict(file: DistrictFile, composed: readonly Composed[], place: string): DistrictFault[] {
  const faults: DistrictFault[] = [];
  const say = (code: Parameters<typeof faultOf>[0], path: string, more?: string) =>
    faults.push(faultOf(code, `${place}: ${path}`, more));
  const units = unique(file.units, 'units', say);
  const people = unique(file.people, 'people', say);
  unique(file.posts, 'posts', say);
  unique(
    file.charts.map(({ kind }) => ({ id: kind })),
    'charts',
    say,
  );
  unique(
    file.charts.map(({ path }) => ({ id: path })),
    'charts.path',
    say,
  );
  unique(
    file.people.flatMap(({ login }) => (login ? [{ id: login }] : [])),
    'people.login',
    say,
  );
  const known = (set: Set<string>, id: string | undefined, path: string) => {
    if (id !== undefined && !set.has(id)) say('DISTRICT_UNKNOWN', path, id);
  };
  file.units.forEach((unit, at) => {
    known(units, unit.parent, `units.${at}.parent`);
    for (const served of unit.serves ?? []) known(units, served, `units.${at}.serves`);
    if (circles(file, unit.id)) say('DISTRICT_CIRCLE', `units.${at}.parent`, unit.id);
  });
  const roles = new Set(composed.flatMap((one) => Object.keys(one.roles)));
  for (const list of ['posts', 'rosters'] as const) {
    file[list].forEach((row, at) => {
      known(people, row.person, `${list}.${at}.person`);
      known(units, row.unit, `${list}.${at}.unit`);
      if (row.from && row.to && row.to < row.from) say('DISTRICT_DATES', `${list}.${at}`, `${row.from} – ${row.to}`);
    });
  }
  file.posts.forEach(({ role }, at) => {
    if (composed.length && !roles.has(role)) say('DISTRICT_ROLE', `posts.${at}.role`, role);
  });
  const codes = new Set(
    composed.flatMap((one) => Object.values(one.codes).flatMap((list) => list.map(({ code }) => code))),
  );
  const coded = (list: readonly string[] | undefined, path: string) => {
    for (const code of list ?? []) if (codes.size && !codes.has(code)) say('DISTRICT_CODE', path, code);
  };
  file.duties.forEach((duty, at) => {
    known(units, duty.unit, `duties.${at}.unit`);
    coded(duty.procedures, `duties.${at}.procedures`);
    coded(duty.types, `duties.${at}.types`);
  });
  for (const [at, unit] of file.units.entries()) coded(unit.court?.types, `units.${at}.court.types`);
  return faults;
}

type Say = (code: Parameters<typeof faultOf>[0], path: string, more?: string) => void;

function unique(rows: readonly { id: string }[], path: string, say: Say): Set<string> {
  const seen = new Set<string>();
  rows.forEach(({ id }, at) => {
    if (seen.has(id)) say('DISTRICT_TWICE', `${path}.${at}`, id);
    seen.add(id);
  });
  return seen;
}

function circles(file: DistrictFile, from: string): boolean {
  const parents = new Map(file.units.map(({ id, parent }) => [id, parent]));
  let at = parents.get(from);
  for (let n = 0; at !== undefined; n += 1) {
    if (at === from || n > file.units.length) return true;
    at = parents.get(at);
  }
  return false;
}
