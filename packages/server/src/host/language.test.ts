import { expect, it } from 'vitest';
import { langOfHeader } from './language.ts';

it('reads Chinese where a client states no language, or none of ours', () => {
  for (const header of [undefined, '', '*', 'fr-FR,fr;q=0.9', 'en;q=0']) expect(langOfHeader(header)).toBe('zh');
});
it('takes the first of ours by weight', () => {
  expect(langOfHeader('en-US,en;q=0.9')).toBe('en');
  expect(langOfHeader('zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh');
  expect(langOfHeader('en;q=0.4, zh-TW;q=0.7')).toBe('zh');
  expect(langOfHeader('fr, en;q=0.2')).toBe('en');
});
