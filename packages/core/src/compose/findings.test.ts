/** Every kind of fault, planted once: it is found, at its place, with the plugin it is of. */
import { expect, test } from 'vitest';
import { camera, deposit, libraryChart, small } from '../testing/library/index.ts';
import { compose } from './compose.ts';
import { FINDINGS, type FindingCode } from './findings.ts';

type Plant = [code: FindingCode, path: string, plant: (chart: any, plugin: any) => void, plugin?: string];
const row = (chart: any, id: string) => chart.regions.stage.rows.find((one: any) => one.id === id);

const PLANTS: Plant[] = [
  ['BAD_PLUGIN_ID', 'id', (_, p) => (p.id = 'De_posit'), 'De_posit'],
  ['WRONG_BASE', 'base', (_, p) => (p.base = 'dispute'), 'deposit'],
  ['DUPLICATE_ID', 'regions.stage.rows.L1', (c) => c.regions.stage.rows.push({ ...row(c, 'L8'), id: 'L1' })],
  ['DUPLICATE_ID', 'codes.shelves', (_, p) => (p.codes.shelves[0].code = 'a'), 'deposit'],
  [
    'DECLARED_DIFFERENTLY',
    'roles.librarian',
    (_, p) => (p.roles.librarian = { zh: '馆员', en: 'librarian', part: 'lead' }),
    'deposit',
  ],
  ['MISSING_CAPABILITY', 'requires', (_, p) => p.requires.push('grid.whoAnswers'), 'deposit'],
  ['UNKNOWN_STATE', 'regions.stage.rows.L2', (c) => (row(c, 'L2').to = 'lend')],
  ['UNKNOWN_STATE', 'regions.stage.rows.L2', (c) => (row(c, 'L2').to = 'lent')],
  ['UNKNOWN_POINT', 'pointRegions.deposit.cash.point', (_, p) => (p.regions.cash.point = 'request'), 'deposit'],
  ['UNKNOWN_EVENT', 'regions.stage.rows.L2', (c) => (row(c, 'L2').on = 'LENT')],
  ['UNKNOWN_EVENT', 'pointRegions.deposit.cash.blocks', (_, p) => p.regions.cash.blocks.push('PAY'), 'deposit'],
  ['UNKNOWN_RULE', 'regions.stage.rows.L2', (c) => row(c, 'L2').rules.push('noSuch')],
  ['UNKNOWN_TERM', 'regions.stage.rows.L2.do.3', (c) => (row(c, 'L2').do[3] = { put: 'LONE' })],
  ['UNKNOWN_TERM', 'rules.termRuns', (c) => (c.rules.termRuns.need = { eq: [{ get: 'term.LONE.status' }, 'running'] })],
  ['UNKNOWN_DOCUMENT', 'regions.stage.rows.L1.do.4', (c) => (row(c, 'L1').do[4] = { produce: 'slap' })],
  ['UNKNOWN_NOTICE', 'regions.stage.rows.L7.do.0', (c) => (row(c, 'L7').do[0].notify = 'late')],
  ['UNKNOWN_SIGNAL', 'regions.stage.rows.L2.do.4', (c) => (row(c, 'L2').do[4] = { signal: 'note' })],
  ['UNKNOWN_FACT', 'regions.stage.rows.L4.when', (c) => (row(c, 'L4').when = { fact: 'readerReads' })],
  ['UNKNOWN_VALUE', 'rules.noFine', (c) => (c.rules.noFine.need = { lt: [{ value: 'opened' }, 3] })],
  ['UNKNOWN_ASK', 'rules.cardValid', (c) => (c.rules.cardValid.need.eq[0].ask = 'cardGood')],
  ['UNKNOWN_CODES', 'rules.noFine', (c) => (c.rules.noFine.need = { has: { lookup: ['shelfs', 'a', 'floor'] } })],
  ['UNKNOWN_ROLE', 'regions.stage.rows.L2', (c) => row(c, 'L2').by.push('boss')],
  ['UNKNOWN_REGION', 'rules.noFine', (c) => (c.rules.noFine.need = { eq: [{ get: 'state.mood' }, 'x'] })],
  ['UNKNOWN_LAW', 'rules.cardValid.law', (c) => c.rules.cardValid.law.push('L-9')],
  ['UNKNOWN_PARAM', 'rules.fewRenewals', (c) => (c.rules.fewRenewals.need = { lt: [1, { get: 'param.most' }] })],
  ['UNKNOWN_DATA', 'rules.noFine', (c) => (c.rules.noFine.need = { not: { has: { get: 'data.fines' } } })],
  ['UNKNOWN_DATA', 'regions.stage.rows.L1.do.2.0', (c) => (row(c, 'L1').do[2].do[0].item.sort = 1)],
  ['UNKNOWN_DATA', 'members.copy.rows.M1', (c) => (c.members.copy.rows[0].with.backedOn = 1)],
  ['UNKNOWN_FIELD', 'regions.stage.rows.L9.when', (c) => (row(c, 'L9').when = { eq: [{ get: 'event.sounds' }, true] })],
  ['UNKNOWN_FIELD', 'sittings.counter.steps.1', (c) => (c.sittings.counter.steps[1].with.remark = 'x')],
  ['FIELD_NOT_ON_EVENT', 'rules.noFine', (c) => (c.rules.noFine.need = { eq: [{ get: 'event.sound' }, true] })],
  ['UNKNOWN_PATH', 'facts.rareAmong', (c) => (c.facts.rareAmong.is.some[2] = { eq: [{ get: 'i0.sort' }, 'rare'] })],
  ['UNKNOWN_PATH', 'rules.headForRare', (c) => (c.rules.headForRare.need = { eq: [{ get: 'actor.level' }, 1] })],
  [
    'UNREACHABLE_STATE',
    'regions.stage.states.shelved',
    (c) => (c.regions.stage.states.shelved = { zh: '上架', en: 'shelved' }),
  ],
  ['UNREACHABLE_STATE', 'members.copy.states.gone', (c) => (c.members.copy.states.gone = { zh: '没了', en: 'gone' })],
  ['UNUSED_EVENT', 'events.PRAISE', (c) => (c.events.PRAISE = { ...c.events.CANCEL, zh: '表扬', en: 'praise' })],
  ['NOBODY_MAY', 'regions.stage.rows.L2', (c) => (row(c, 'L2').by = [])],
  [
    'REGION_TAKES_FOREIGN_EVENT',
    'pointRegions.deposit.cash.rows.deposit.D1',
    (_, p) => (p.regions.cash.rows[0].on = 'CANCEL'),
    'deposit',
  ],
  [
    'REGION_WRITES_OUTSIDE',
    'pointRegions.deposit.cash',
    (_, p) => (p.regions.cash.rows[0].do[0].set = 'data.fine'),
    'deposit',
  ],
  [
    'REGION_WRITES_OUTSIDE',
    'pointRegions.deposit.cash',
    (_, p) => p.regions.cash.rows[0].do.push({ cancel: 'PICKUP' }),
    'deposit',
  ],
  [
    'BLOCKS_NEVER_BLOCKED',
    'pointRegions.deposit.cash.blocks',
    (_, p) => p.regions.cash.blocks.push('CANCEL'),
    'deposit',
  ],
  ['BLOCKS_NEVER_BLOCKED', 'tighten.CANCEL', (_, p) => (p.tighten.CANCEL = ['notTwice']), 'deposit'],
  ['REGION_NEVER_DONE', 'pointRegions.deposit.cash.done', (_, p) => delete p.regions.cash.rows[0].to, 'deposit'],
  [
    'RESERVED_STATE',
    'pointRegions.deposit.cash.states',
    (_, p) => (p.regions.cash.states.none = { zh: '无', en: 'none' }),
    'deposit',
  ],
  [
    'AUTO_OUTSIDE_BODY',
    'regions.care.rows.C2',
    (c) => c.regions.care.rows.push({ id: 'C2', on: 'auto', from: ['watched'], to: 'normal', when: { all: [] } }),
  ],
  ['AUTO_WITHOUT_WHEN', 'regions.stage.rows.A1', (c) => delete row(c, 'A1').when],
  ['FIELD_WITHOUT_TITLE', 'events.RENEW.form.days', (c) => delete c.events.RENEW.form.properties.days.en],
  [
    'CODE_WITHOUT_LABEL',
    'data.copies[].kind',
    (c) => delete c.data.properties.copies.items.properties.kind.labels.rare,
  ],
  ['BAD_TEXT', 'events.RENEW', (c) => (c.events.RENEW.zh = 'renew')],
  ['BAD_TEXT', 'rules.noFine', (c) => (c.rules.noFine.en = 'fine {sum}')],
  ['SCHEMA_OUTSIDE_SUBSET', 'events.RENEW.form.days', (c) => (c.events.RENEW.form.properties.days.allOf = [])],
  [
    'SCHEMA_OUTSIDE_SUBSET',
    'events.RENEW.form.any',
    (c) => (c.events.RENEW.form.properties.any = { title: '任意', en: 'any' }),
  ],
  ['OPTIONAL_READ', 'rules.fewRenewals', (c) => (c.rules.fewRenewals.need = { lt: [{ get: 'data.renewals' }, 2] })],
  [
    'MEMBER_PATCHED_OUTSIDE',
    'regions.stage.rows.L2.do.5',
    (c) => row(c, 'L2').do.push({ patch: 'data.copies', name: 'i0', where: { all: [] }, with: { state: 'back' } }),
  ],
  [
    'MEMBER_STATE_UPDATES',
    'members.copy.states.back',
    (c) => (c.members.copy.states.back.entry = [{ set: 'data.fine', to: 1 }]),
  ],
  ['TERM_EVENT_MISSING', 'events', (c) => delete c.events.TERM_EXPIRED],
  ['UNKNOWN_MEMBER_LIST', 'members.copy.list', (c) => (c.members.copy.list = 'books')],
];

test.each(PLANTS)('%s at %s', (code, path, plant, plugin) => {
  const chart = structuredClone(libraryChart);
  const own = structuredClone(deposit);
  plant(chart, own);
  const { findings } = compose(chart, [own, camera, small('alpha')], { id: 'p', params: {} });
  const found = findings.find(
    (finding) => finding.code === code && (finding.path === path || finding.path.startsWith(`${path} (`)),
  );
  expect(found, JSON.stringify(findings.map((finding) => [finding.code, finding.path]))).toBeDefined();
  expect(found).toMatchObject({ level: FINDINGS[code].level, ...(plugin && { plugin }) });
  expect(found!.zh).toMatch(/[\u4e00-\u9fff]/u);
  expect(found!.en).not.toMatch(/\{name\}/);
});

test('every code of the closed list is planted', () => {
  expect(new Set(PLANTS.map(([code]) => code))).toEqual(new Set(Object.keys(FINDINGS)));
});

test('all faults are told at once', () => {
  const chart = structuredClone(libraryChart);
  for (const [code, , plant] of PLANTS)
    if (['UNKNOWN_RULE', 'UNKNOWN_ROLE', 'UNKNOWN_FACT', 'BAD_TEXT'].includes(code)) plant(chart, {});
  const codes = compose(chart, [], { id: 'p', params: {} }).findings.map((finding) => finding.code);
  for (const code of ['UNKNOWN_RULE', 'UNKNOWN_ROLE', 'UNKNOWN_FACT', 'BAD_TEXT']) expect(codes).toContain(code);
});
