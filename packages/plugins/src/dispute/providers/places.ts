/** Areas: what lies in the area of a unit, by the code of a grid or by the words of an address. */
import type { Reference, ReferenceUnit } from './port.ts';

export interface Where {
  grid?: string;
  addresses: readonly string[];
}
interface Area {
  grids: string[];
  places: string[];
}

export const unitOf = (reference: Reference, id: unknown): ReferenceUnit | undefined =>
  reference.units.find((unit) => unit.id === id);

function under(reference: Reference, id: string): ReferenceUnit[] {
  const found: ReferenceUnit[] = [];
  const seen = new Set([id]);
  for (const known of seen) for (const unit of reference.units) if (unit.parent === known) seen.add(unit.id);
  for (const unit of reference.units) if (seen.has(unit.id)) found.push(unit);
  return found;
}

/** The area of a unit with all below it; a body without an area of its own has that of the units it serves, else of the one above. */
export function areaOf(reference: Reference, id: string, seen: ReadonlySet<string> = new Set()): Area {
  const units = under(reference, id);
  const area = { grids: units.flatMap((unit) => unit.grids), places: units.flatMap((unit) => unit.places) };
  if (area.grids.length || area.places.length || seen.has(id)) return area;
  const known = new Set([...seen, id]);
  const { serves = [], parent } = unitOf(reference, id) ?? {};
  const served = serves.map((unit) => areaOf(reference, unit, known));
  if (served.length)
    return { grids: served.flatMap(({ grids }) => grids), places: served.flatMap(({ places }) => places) };
  return parent ? areaOf(reference, parent, known) : area;
}

const inGrid = (area: Area, grid: string | undefined): boolean =>
  grid !== undefined && area.grids.some((code) => grid === code || grid.startsWith(`${code}-`));
const atAddress = (area: Area, addresses: readonly string[]): boolean =>
  addresses.some((address) => area.places.some((place) => address.includes(place)));

export const lies = (area: Area, { grid, addresses }: Where): boolean =>
  inGrid(area, grid) || atAddress(area, addresses);

/** Whether the areas of two units have something in common. */
export function meet(a: Area, b: Area): boolean {
  return (
    a.grids.some((code) => inGrid(b, code)) ||
    b.grids.some((code) => inGrid(a, code)) ||
    atAddress(b, a.places) ||
    atAddress(a, b.places)
  );
}
