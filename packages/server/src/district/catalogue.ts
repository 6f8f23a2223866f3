/** Charts, plugins and sources of facts that come with this host: whatever the package of plugins exports. */
import type { ChartDefinition, PluginDefinition } from '@fengqiao/core';
import * as onBoard from '@fengqiao/plugins';
import type { ProviderFactory } from './district.ts';
import type { Catalogue } from './read.ts';

const parts = Object.values(onBoard as { [name: string]: unknown });
const ofKind = <T>(kind: string): T[] =>
  parts.filter(
    (part): part is T => typeof part === 'object' && part !== null && (part as { kind?: unknown }).kind === kind,
  );

export const catalogue: Catalogue = {
  charts: ofKind<ChartDefinition>('chart'),
  plugins: ofKind<PluginDefinition>('plugin'),
};

/** Functions named `…Providers` make the sources of facts of a district from its reference data. */
export const providerFactories: readonly ProviderFactory[] = Object.entries(onBoard as { [name: string]: unknown })
  .filter(([name, part]) => name.endsWith('Providers') && typeof part === 'function')
  .map(([, part]) => part as ProviderFactory);
