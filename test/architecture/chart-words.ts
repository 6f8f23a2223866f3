/** The names of a chart: its events, states and fields, taken from the definition and from nowhere else. */
import type { ChartDefinition, Schema } from '@fengqiao/core';

export interface ChartWords {
  events: string[];
  /** Full names of states (`mediation.preparing`) and their last parts. */
  states: string[];
  fields: string[];
}

/** Names of the properties of a JSON Schema, at every depth. */
function fieldsOf(schema: unknown, into: Set<string>): void {
  if (Array.isArray(schema)) for (const part of schema) fieldsOf(part, into);
  else if (schema && typeof schema === 'object') {
    const { properties, ...rest } = schema as Schema & { properties?: Record<string, unknown> };
    for (const [name, field] of Object.entries(properties ?? {})) {
      into.add(name);
      fieldsOf(field, into);
    }
    fieldsOf(Object.values(rest), into);
  }
}

export function wordsOf(chart: ChartDefinition): ChartWords {
  const fields = new Set<string>();
  for (const schema of [
    chart.data,
    ...Object.values(chart.events).map((event) => event.form),
    ...Object.values(chart.sittings).map((sitting) => sitting.form),
  ])
    fieldsOf(schema, fields);
  const regions = [...Object.values(chart.regions), ...Object.values(chart.members)];
  const states = regions.flatMap((region) => Object.keys(region.states));
  return {
    events: Object.keys(chart.events).sort(),
    states: [...new Set(states.flatMap((state) => [state, state.split('.').at(-1)!]))].sort(),
    fields: [...fields].sort(),
  };
}
export const allWords = (words: ChartWords): string[] =>
  [...new Set([...words.events, ...words.states, ...words.fields])].sort();
