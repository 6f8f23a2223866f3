import { gzipSync } from 'node:zlib';
import { textFaults } from '@fengqiao/core';
import { HtmlValidate } from 'html-validate/node';
import { describe, expect, it } from 'vitest';
import { SCRIPT, STYLE } from '../../packages/server/src/pages/assets.ts';
import { STRINGS } from '../../packages/server/src/pages/index.ts';
import { allPages } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    // Browsers of 2020 do not know the element search, and a live region with a role is read by more readers.
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    'require-sri': 'off',
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
  },
});

describe.each(['zh', 'en'] as const)('pages in %s', (lang) => {
  const pages = allPages(lang);
  it('are valid HTML in every state', async () => {
    const faults: string[] = [];
    for (const [name, html] of Object.entries(pages)) {
      const report = await validator.validateString(html);
      for (const result of report.results)
        for (const own of result.messages) faults.push(`${name} ${own.ruleId}: ${own.message} ${own.selector ?? ''}`);
    }
    expect([...new Set(faults)]).toEqual([]);
    expect(Object.keys(pages).length).toBeGreaterThanOrEqual(38);
  });
  it('say their language, hold one h1, one main, no inline code and no address elsewhere', () => {
    for (const [name, html] of Object.entries(pages)) {
      expect(html, name).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"`);
      expect(html.match(/<h1[ >]/g), name).toHaveLength(1);
      expect(html.match(/<main /g), name).toHaveLength(1);
      expect(html, name).not.toMatch(/ style="| on[a-z]+="|<script(?![^>]* src=)|https?:\/\//);
      expect(html, name).not.toMatch(/\[object Object\]|undefined|NaN/);
    }
  });
  it('put the summary of faults first and the word for it into the title', () => {
    for (const name of ['case-error', 'step-error', 'desk-subject-error', 'sign-in-error']) {
      const html = pages[name]!;
      expect(html, name).toContain(lang === 'zh' ? '<title>错误：' : '<title>Error: ');
      const main = html.slice(html.indexOf('<main '));
      expect(main.indexOf('errsum'), name).toBeLessThan(name === 'sign-in-error' ? 2000 : main.indexOf('class="bc"'));
      for (const [, id] of main
        .matchAll(/class="errsum"[\s\S]*?<\/section>/g)
        .next()
        .value?.[0].matchAll(/href="#([^"]+)"/g) ?? [])
        expect(html, name).toContain(`id="${id}"`);
    }
  });
  it('never disable a button and never mark what is required by a star', () => {
    for (const [name, html] of Object.entries(pages)) {
      expect(html, name).not.toMatch(/ disabled[ =>]/);
      expect(html, name).not.toMatch(/[>]\s*\*\s*</);
    }
  });
  it('stay within their weight', () => {
    const shared = STYLE.gzip.length + SCRIPT.gzip.length;
    for (const [name, html] of Object.entries(pages)) {
      const own = gzipSync(html).length;
      expect(own, name).toBeLessThanOrEqual(12 * 1024);
      expect(own + shared, name).toBeLessThanOrEqual(40 * 1024);
      expect(html.match(/<[a-z]/g)!.length, name).toBeLessThanOrEqual(1500);
    }
  });
});

it('keeps stylesheet and script small, for browsers of 2020', () => {
  expect(STYLE.gzip.length).toBeLessThanOrEqual(12 * 1024);
  expect(SCRIPT.gzip.length).toBeLessThanOrEqual(8 * 1024);
  expect(STYLE.body.toString()).not.toMatch(
    /:has\(|:is\(|:where\(|@layer|@container|\binset:|aspect-ratio|dvh|color-mix|&/,
  );
  expect(SCRIPT.body.toString()).not.toMatch(/\beval\b|new Function|innerHTML|structuredClone|\.at\(|Object\.hasOwn/);
});

it('tells every word in both languages with the same parameters', () => {
  const faults = Object.entries(STRINGS)
    .filter(([key]) => key !== 'otherLang')
    .flatMap(([key, text]) => textFaults(text).map((fault) => `${key}: ${fault}`));
  expect(faults.filter((fault) => !/^(colon|comma|dash|aside):/.test(fault))).toEqual([]);
  for (const [key, { zh }] of Object.entries(STRINGS))
    expect(/[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]/.test(zh), `${key}: half-width mark in ${zh}`).toBe(
      false,
    );
});
