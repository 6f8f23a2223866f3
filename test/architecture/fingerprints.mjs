/** Prints the fingerprints of the charts that come with Fengqiao, of sources or of `dist`, as the export condition says. */
import { compose } from '@fengqiao/core';
import * as plugins from '@fengqiao/plugins';

const charts = Object.values(plugins).filter((value) => value?.kind === 'chart');
const found = charts.map((chart) => {
  const { composed, findings } = compose(chart, [], { id: 'plain', params: {} });
  const errors = findings.filter((finding) => finding.level === 'error').length;
  return { chart: chart.id, shape: composed.shape, conduct: composed.conduct, errors };
});
process.stdout.write(
  JSON.stringify({ from: import.meta.resolve('@fengqiao/core').split('/').slice(-2).join('/'), found }),
);
