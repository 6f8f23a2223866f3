/** A dispute of three parties from registration to the archive, each step by the post that may take it, over HTTP with real forms. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillIn, type JourneyHost, journeyHost, type Paper, saidBy, type Values } from './support.ts';

let host: JourneyHost;
let id: string;
const done: { by: string; event: string; stage: string }[] = [];
beforeAll(async () => {
  host = await journeyHost();
});
afterAll(() => host.close());

const stage = async () => (await host.store.load('haitang', [id]))[0]!.state.stage!;
async function step(by: string, event: string, values: Values, to: string, papers: readonly Paper[] = []) {
  const sent = await fillIn(await host.as(by), `/cases/${id}/do/${event}`, values, papers);
  if (sent.status !== 303) throw new Error(`${by} ${event}: ${sent.status} ${saidBy(sent.text)}`);
  done.push({ by, event, stage: await stage() });
  expect([event, done.at(-1)!.stage]).toEqual([event, to]);
}
async function refused(by: string, event: string, says: string) {
  const page = await (await host.as(by)).get(`/cases/${id}/do/${event}`);
  expect([event, saidBy(page.text)]).toEqual([event, expect.stringContaining(says)]);
}
const evidence: Paper = { field: 'envelope.evidence', name: '签字纸件.pdf' };
const all = ['p1', 'p2', 'p3'];
const party = (n: number, name: string, standing: string): Values => ({
  [`parties.${n}.kind`]: 'natural_person',
  [`parties.${n}.role`]: standing,
  [`parties.${n}.side`]: standing,
  [`parties.${n}.name`]: name,
  [`parties.${n}.birthDate`]: `198${n}-01-01`,
  [`parties.${n}.idKind`]: 'resident_id',
  [`parties.${n}.idNumber`]: `11010119800101${n}23X`,
  [`parties.${n}.phone`]: `1381111000${n}`,
  [`parties.${n}.address`]: '东篱社区8号楼',
  [`parties.${n}.noticeVersion`]: '2026',
});
const each = (list: string, fields: (id: string, n: number) => { [field: string]: string }): Values =>
  Object.fromEntries(
    all.flatMap((one, n) => Object.entries(fields(one, n)).map(([field, value]) => [`${list}.${n}.${field}`, value])),
  );

it('is registered in a Chinese form', async () => {
  const browser = await host.as('dengji');
  const page = await browser.get('/cases/new/OPEN');
  expect(page.text).toContain('<html lang="zh');
  const idKind = /<option value="([^"]+)"[^>]*>居民身份证</.exec(page.text)![1]!;
  const values: Values = {
    source: 'party_application',
    disputeType: 'neighbour',
    ...party(0, '韩立群', 'applicant'),
    ...party(1, '杨晓东', 'respondent'),
    ...party(2, '何春生', 'respondent'),
    'parties.0.idKind': idKind,
    'parties.1.idKind': idKind,
    'parties.2.idKind': idKind,
    facts: '两户共用排水管道堵塞返水，致首层住户财物受损。',
    'claims.0.text': '两户共同赔偿',
    involvedPersons: '3',
    place: '东篱社区8号楼',
    gridCode: 'HT-DL',
    applicationForm: 'written',
    voluntaryStatement: 'true',
    noticeVersion: '2026',
  };
  const sent = await fillIn(browser, '/cases/new/OPEN', values);
  if (sent.status !== 303) throw new Error(saidBy(sent.text));
  id = /\/cases\/([0-9a-f-]{36})/.exec(sent.headers.location!)![1]!;
  expect(await stage()).toBe('intake');
});

it('is accepted, rated, planned, and given its channel', async () => {
  await refused('tiaojie', 'ACCEPT', '岗位');
  await step('dengji', 'ACCEPT', { committee: 'ht.dl.tj' }, 'triage');
  await step('xietiao', 'RATE', { level: 'blue', 'factors.involvedPersons': '3', reason: '按研判指标确定' }, 'plan');
  await step(
    'xietiao',
    'ACTIVATE_PLAN',
    { planId: 'plan.blue', lead: 'ht.zhao', members: ['ht.zhao', 'ht.jiang'] },
    'channelChoice',
  );
  await step(
    'xietiao',
    'CHOOSE_CHANNEL',
    {
      channel: 'peoplesMediation',
      procedure: 'people_mediation',
      platform: 'community',
      reason: '各方同意调解',
      ...each('consents', (one) => ({ party: one, how: 'written' })),
    },
    'mediation.preparing',
  );
});

it('has its notices, declarations and session', async () => {
  await step(
    'tiaojie',
    'SCHEDULE_SESSION',
    {
      time: `${host.today()}T18:00`,
      place: '调解室',
      location: 'room',
      kind: 'joint',
      mediators: 'ht.zhao',
      presiding: 'ht.zhao',
      mode: 'assigned',
    },
    'mediation.scheduled',
  );
  await refused('tiaojie', 'OPEN_SESSION', '告知');
  await step(
    'tiaojie',
    'NOTICE_RIGHTS',
    {
      parties: all,
      version: '2026',
      acceptsMediators: 'true',
      mediators: 'ht.zhao',
      confirmationInformed: 'true',
      ...each('signatures', (one) => ({ party: one, kind: 'signature' })),
    },
    'mediation.scheduled',
  );
  await step('tiaojie', 'DECLARE_CONFLICT', { mediator: 'ht.zhao', relation: 'none' }, 'mediation.scheduled');
  await step(
    'tiaojie',
    'OPEN_SESSION',
    { openness: 'closed', recorder: '陈慧', ...each('present', (one) => ({ party: one })) },
    'mediation.inSession',
  );
  await step(
    'tiaojie',
    'CLOSE_SESSION',
    {
      result: 'agreement',
      minutes: '各方到场陈述意见，经主持协商达成一致，记录在案。',
      mediatorSigned: 'true',
      recorderSigned: 'true',
      ...each('statements', (one) => ({ party: one, text: '陈述意见' })),
      ...each('signatures', (one) => ({ party: one, kind: 'signature' })),
      'signatures.3.name': '陈慧',
      'signatures.3.kind': 'signature',
    },
    'agreement.drafting',
  );
});

it('ends in an agreement with every signature and the seal', async () => {
  const clause = (n: number, obligor: string, amount: string) => ({
    [`clauses.${n}.no`]: String(n + 1),
    [`clauses.${n}.kind`]: 'payment',
    [`clauses.${n}.obligor`]: obligor,
    [`clauses.${n}.obligee`]: 'p1',
    [`clauses.${n}.amount`]: amount,
    [`clauses.${n}.dueDate`]: '2026-03-25',
    [`clauses.${n}.text`]: `支付${amount}元`,
  });
  const checklist = Object.fromEntries(
    ['lawful', 'noThirdPartyHarm', 'voluntary', 'disposable', 'noCoercion'].map((name) => [
      `checklist.${name}`,
      'true',
    ]),
  );
  await step(
    'tiaojie',
    'DRAFT_AGREEMENT',
    {
      form: 'written',
      factsAndIssues: '漏水损害的责任与赔偿',
      confirmationWanted: 'true',
      ...clause(0, 'p2', '5000'),
      ...clause(1, 'p3', '3000'),
      ...checklist,
    },
    'agreement.signing',
  );
  for (const one of all)
    await step(
      'tiaojie',
      'SIGN',
      { party: one, signedOn: host.today(), kind: 'signature', 'envelope.behalf': one },
      'agreement.signing',
      [evidence, { field: 'scan', name: '签名页.pdf' }],
    );
  await step('tiaojie', 'MEDIATOR_SIGN', { signedOn: host.today() }, 'agreement.signing');
  await step('zhuren', 'SEAL', { sealedOn: host.today(), kind: 'committeeSeal' }, 'agreement.effective');
});

it('is confirmed by the court on a joint application', async () => {
  const asked = {
    court: 'ht.fy',
    jurisdictionBasis: 'organisation_place',
    form: 'written',
    papers: ['agreement', 'mediation_proof', 'identity'],
    appliedOn: host.today(),
  };
  const one = await fillIn(
    await host.as('lianluo'),
    `/cases/${id}/do/APPLY_CONFIRMATION`,
    { ...asked, applicants: 'p1', 'envelope.behalf': 'p1' },
    [evidence],
  );
  expect([one.status, one.text.includes('共同')]).toEqual([409, true]);
  await step(
    'lianluo',
    'APPLY_CONFIRMATION',
    { ...asked, applicants: all, 'envelope.behalf': all },
    'confirmation.lodged',
    [evidence],
  );
  await step(
    'shujiyuan',
    'COURT_ACCEPT',
    { caseNo: '（2026）海民特13号', filedOn: host.today() },
    'confirmation.examining',
  );
  await step(
    'faguan',
    'CONFIRM',
    { rulingNo: '（2026）海民特13号裁定', ruledOn: host.today() },
    'performance.performing',
  );
  for (const party of all)
    await step(
      'lianluo',
      'SERVE',
      { document: 'ruling', party, method: 'direct', receivedOn: host.today() },
      'performance.performing',
    );
});

it('is performed, visited, closed, and archived when the time to object is over', async () => {
  await step(
    'tiaojie',
    'PERFORM',
    {
      obligationId: 'o1-1',
      performedOn: host.today(),
      'evidence.words': '收条一份',
      complete: 'true',
      'envelope.behalf': 'p2',
    },
    'performance.performing',
    [evidence],
  );
  await step(
    'tiaojie',
    'PERFORM',
    {
      obligationId: 'o1-2',
      performedOn: host.today(),
      'evidence.words': '收条一份',
      complete: 'true',
      'envelope.behalf': 'p3',
    },
    'followUp',
    [evidence],
  );
  await step(
    'wangge',
    'VISIT',
    {
      parties: all,
      result: 'satisfied',
      method: 'visit',
      visitor: 'ht.jiang',
      remarks: '逐一回访',
      satisfaction: 'satisfied',
    },
    'archive',
  );
  await step('zhuren', 'CLOSE_CASE', { closedOn: host.today() }, 'archive');
  await refused('dangan', 'ARCHIVE', '异议期');
  await host.pass(20);
  await step('dangan', 'ARCHIVE', { fileNo: '2026-001', retention: 'long_10y' }, 'archived');
});

it('leaves a history that says who did what, and pages that still open', async () => {
  const browser = await host.as('zhuren');
  for (const tab of ['', '/members', '/deadlines', '/flow', '/events'])
    expect((await browser.get(`/cases/${id}${tab}`)).status).toBe(200);
  expect((await browser.get('/cases?view=closed')).text).toContain(id);
  expect(new Set(done.map(({ by }) => by)).size).toBeGreaterThanOrEqual(8);
  const entries = await host.store.entries('haitang', id);
  expect(
    entries.filter(({ entry }) => entry.actor.behalf).every(({ entry }) => entry.actor.evidence !== undefined),
  ).toBe(true);
  const text = JSON.stringify([entries, await host.store.load('haitang', [id])]);
  for (const canary of ['韩立群', '杨晓东', '何春生', '11010119800101']) expect(text).not.toContain(canary);
});
