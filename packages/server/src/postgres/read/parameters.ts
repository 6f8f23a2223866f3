import type { Sight } from '../../host/reader-port.ts';

/** Values of a statement that is put together: nothing that was typed is ever part of its text. */
export class Parameters {
  readonly values: unknown[] = [];
  constructor(...first: unknown[]) {
    this.values.push(...first);
  }
  /** Adds a value and returns the mark that stands for it. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Condition by which subject_row `r` may be seen. */
export function sightOf(sight: Sight, parameters: Parameters): string {
  if (!sight.units) return 'true';
  return `(r.unit = any(${parameters.add([...sight.units])}) or r.persons @> array[${parameters.add(sight.person)}])`;
}
