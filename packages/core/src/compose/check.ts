/** Everything that is checked of a composed definition before it may run. */
import type { PluginDefinition } from '../language/definition.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';

export function checkDefinition(composed: Composed, plugins: readonly PluginDefinition[], report: Report): void {
  for (const plugin of plugins)
    for (const capability of plugin.requires)
      if (!composed.asks[capability] && !composed.plugins.includes(capability))
        report('MISSING_CAPABILITY', { plugin: plugin.id, path: 'requires', name: capability });
}
