/** A composed definition: base chart, plugins and preset put together, frozen, with its fingerprints. */
import type { ChartDefinition, PointRegion } from '../language/definition.ts';
import type { Text } from '../language/text.ts';

export interface Composed extends Omit<ChartDefinition, 'kind'> {
  kind: 'composed';
  /** Id of the base chart: the kind of its subjects. */
  chart: string;
  plugins: string[];
  preset: string;
  /** Regions of plugins by full name `<plugin>.<region>`. */
  pointRegions: { [region: string]: PointRegion };
  /** Rules that every row of an event carries beside its own, plugin blocks included. */
  eventRules: { [event: string]: string[] };
  shape: string;
  conduct: string;
}

/** What is wrong with a definition, before anything runs. */
export interface Finding extends Text {
  code: string;
  level: 'error' | 'warning';
  plugin?: string;
  path: string;
  remedy?: Text;
}
