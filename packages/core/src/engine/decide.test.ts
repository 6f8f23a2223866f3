import { expect, test } from 'vitest';
import { compose } from '../compose/index.ts';
import { camera, deposit, libraryChart } from '../testing/library/index.ts';

test('smoke', () => {
  const t = performance.now();
  const { findings } = compose(libraryChart, [deposit, camera], { id: 'p', params: { mostRenewals: 1 } });
  console.log(findings.map((f) => `${f.level} ${f.code} ${f.path} ${f.en}`).join('\n'), performance.now() - t);
  expect(1).toBe(1);
});
