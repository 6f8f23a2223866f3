/** Columns of the Ministry's forms and the formulas of the rates: product defaults unless they are tagged [v]. */
import { wide } from './text.mjs';

export function statistics(data) {
  const { cases, committees, rates, hotline } = data('statistics');
  const list = (name, rows) => [
    `export const ${name} = [`,
    ...rows.map((row) => `  ${JSON.stringify({ ...row, zh: wide(row.zh) })},`),
    '] as const;\n',
  ];
  return [
    ...list('caseColumns', cases),
    ...list('committeeColumns', committees),
    ...list('rates', rates),
    ...list('hotlineRates', hotline),
  ].join('\n');
}
