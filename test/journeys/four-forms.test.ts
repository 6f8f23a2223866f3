/** The plainest quarrel takes four forms over HTTP in a small committee whose people hold several posts. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillIn, type JourneyHost, journeyHost, type Paper, saidBy, type Values } from './support.ts';

let host: JourneyHost;
let id = '';
beforeAll(async () => {
  host = await journeyHost();
});
afterAll(() => host.close());

async function send(login: string, address: string, values: Values, papers: readonly Paper[] = []) {
  const sent = await fillIn(await host.as(login), address, values, papers);
  if (sent.status !== 303) throw new Error(`${address}: ${sent.status} ${saidBy(sent.text)}`);
  id ||= /\/cases\/([0-9a-f-]{36})/.exec(sent.headers.location!)![1]!;
  return (await host.store.load('haitang', [id]))[0]!;
}
const party = (n: number, side: string, name: string): Values => ({
  [`parties.${n}.side`]: side,
  [`parties.${n}.kind`]: 'natural_person',
  [`parties.${n}.name`]: name,
  [`parties.${n}.phone`]: `1380000000${n}`,
  [`parties.${n}.birthDate`]: '1980-01-01',
  [`parties.${n}.consents`]: 'true',
});
const attends = (n: number, one: string, more: Values = {}): Values => ({
  [`parties.${n}.party`]: one,
  [`parties.${n}.consents`]: 'true',
  [`parties.${n}.acceptsMediators`]: 'true',
  [`parties.${n}.noWritten`]: 'true',
  [`parties.${n}.statement`]: '愿意互相体谅',
  [`parties.${n}.kind`]: 'signature',
  ...more,
});
const clause = (n: number, kind: string, text: string): Values => ({
  [`clauses.${n}.no`]: String(n + 1),
  [`clauses.${n}.kind`]: kind,
  [`clauses.${n}.obligor`]: 'p2',
  [`clauses.${n}.obligee`]: 'p1',
  [`clauses.${n}.text`]: text,
});

it('one: registered, accepted, rated, planned and given its channel at the doorstep', async () => {
  const subject = await send('xichi', '/cases/new/sit/reception', {
    source: 'party_application',
    disputeType: 'neighbour',
    ...party(0, 'applicant', '甲某'),
    ...party(1, 'respondent', '乙某'),
    facts: '楼上夜间噪声扰民，邻里多次口角',
    claim: '夜间十点后保持安静',
    gridCode: 'HT-XC-02',
    noticeVersion: '2026',
    committee: 'ht.xc.tj',
    reason: '双方愿意当场调解',
    lead: 'ht.tian',
    members: 'ht.tian',
  });
  expect([subject.seq, subject.state.stage]).toEqual([5, 'mediation.preparing']);
});

const table: Values = {
  noticeVersion: '2026',
  mediators: 'ht.tian',
  presiding: 'ht.tian',
  mode: 'assigned',
  noConflict: 'true',
  time: '2026-03-02T09:30',
  place: '楼道',
  location: 'on_site',
  recorder: '任东升',
  minutes: '双方到场，经调解员主持协商，互相谅解并记录在案。',
  ending: 'oral',
  ...clause(0, 'forbear', '每日二十二时后保持安静'),
  ...clause(1, 'apology', '当场道歉'),
  'performedNow.0': '2',
  'checklist.lawful': 'true',
  'checklist.noThirdPartyHarm': 'true',
  'checklist.voluntary': 'true',
  'checklist.disposable': 'true',
  'checklist.noCoercion': 'true',
  signedOn: '2026-03-02',
};
const paper: Paper = { field: 'evidence', name: '现场记录.pdf' };

it('two: all at one table, all or none', async () => {
  const before = (await host.store.load('haitang', [id]))[0]!.seq;
  const half = await fillIn(
    await host.as('xichi'),
    `/cases/${id}/sit/onTheSpot`,
    { ...table, ...attends(0, 'p1'), ...attends(1, 'p2', { 'parties.1.noWritten': 'false' }) },
    [paper],
  );
  expect([half.status, half.status === 409 ? '' : saidBy(half.text)]).toEqual([409, '']);
  expect((await host.store.load('haitang', [id]))[0]!.seq).toBe(before);
  const subject = await send(
    'xichi',
    `/cases/${id}/sit/onTheSpot`,
    { ...table, ...attends(0, 'p1'), ...attends(1, 'p2') },
    [paper],
  );
  expect(subject.seq).toBeGreaterThan(before + 4);
  const entries = (await host.store.entries('haitang', id)).map(({ entry }) => entry);
  expect(entries.filter((entry) => entry.actor.behalf).length).toBeGreaterThan(0);
  for (const entry of entries.filter((one) => one.actor.behalf))
    expect(entry.actor.evidence).toMatchObject({ type: 'application/pdf' });
});

it('three and four: performed, visited, closed; archived', async () => {
  const visited = await send('xichi2', `/cases/${id}/sit/visitAndClose`, {
    result: 'satisfied',
    satisfaction: 'satisfied',
    method: 'visit',
    visitor: 'ht.ren',
    remarks: '双方均表示满意',
    sealedOn: '2026-03-02',
    closedOn: '2026-03-02',
  });
  expect(visited.state.stage).toBe('archive');
  // The identity papers are copied for the file before it is closed for good.
  for (const one of ['p1', 'p2'])
    await send('xichi', `/cases/${id}/do/ADD_MATERIAL`, { kind: 'identity', title: '身份证复印件', by: one }, [
      { field: 'file', name: `${one}.pdf` },
    ]);
  // The chair of this committee keeps its archive too: the form is taken under that post.
  const filed = await send('xichi2', `/cases/${id}/do/ARCHIVE`, { fileNo: '2026-西-1', retention: 'long_10y' });
  expect(filed.state.stage).toBe('archived');
  const last = (await host.store.entries('haitang', id)).at(-1)!.entry;
  expect(last.actor).toMatchObject({ person: 'ht.ren', role: 'archivist' });
});
