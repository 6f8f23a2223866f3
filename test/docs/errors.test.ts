import { REFUSALS, type Text, textFaults } from '@fengqiao/core';
import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../packages/core/src/compose/findings.ts';

const row = (...cells: (string | number)[]) =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: string[], rows: string[]) => [row(...head), `|${'---|'.repeat(head.length)}`, ...rows];

/** `docs/errors.md`, from the lists that the code uses. */
function errorsDocument(): string {
  const refusals = Object.entries(REFUSALS).map(([code, of]) => row(`\`${code}\``, of.status, of.zh, of.en));
  const findings = Object.entries(FINDINGS).map(([code, of]) => {
    const remedy: Text | undefined = 'remedy' in of ? of.remedy : undefined;
    return row(`\`${code}\``, of.level, of.zh, of.en, remedy?.en ?? '');
  });
  return `${[
    '# Codes of refusals and findings',
    '',
    'Made from `packages/core/src/engine/refusal.ts` and `packages/core/src/compose/findings.ts` by `test/docs/errors.test.ts` (`npx vitest run -u --config test/vitest.config.ts test/docs/errors`). Codes are stable: programs may rely on them; texts may be bettered.',
    '',
    '## Refusals',
    '',
    'A refusal is `{ok: false, status, code, reasons, ref}`; the API sends it as `application/problem+json`. Each reason has a code of this list and, as it applies, the rule, the ids of the rules of law with their basis, the field, the step of a sitting, what exactly is unmet, and what would cure it and who can. All reasons of one gate are given at once; a later gate answers only when the earlier ones are passed. The rows stand in the order of the gates.',
    '',
    ...table(['code', 'status', '中文', 'English'], refusals),
    '',
    '## Findings',
    '',
    'What may be wrong with a chart, a plugin or a preset, found when they are put together and before anything runs. A finding of level error refuses installation; all are shown at once, each with plugin, path and remedy.',
    '',
    ...table(['code', 'level', '中文', 'English', 'remedy'], findings),
  ].join('\n')}\n`;
}

describe('docs/errors.md', () => {
  it('lists what the code says', async () => {
    await expect(errorsDocument()).toMatchFileSnapshot('../../docs/errors.md');
  });
  it('has a text in both languages for every code', () => {
    const texts = [...Object.values(REFUSALS), ...Object.values(FINDINGS)];
    expect(texts.flatMap(textFaults)).toEqual([]);
    expect(Object.keys(REFUSALS).length).toBeGreaterThan(15);
    expect(Object.keys(FINDINGS).length).toBeGreaterThan(30);
  });
});
