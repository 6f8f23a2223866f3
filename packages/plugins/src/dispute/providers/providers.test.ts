import type { AskContext, Json, PersonalValue, Subject } from '@fengqiao/core';
import { describe, expect, it } from 'vitest';
import { asks } from '../asks.ts';
import { disputeProviders, type Reference } from './index.ts';

const stored = new Map<string, string>();
/** A personal value as it stands in the data. */
const personal = (value: string) => {
  const ref = `r-${stored.size}`;
  stored.set(ref, value);
  return { ref, commit: 'c' };
};
const others = new Map<string, Subject>();
const finals = new Set<string>();
const unit = (id: string, kind: string, more: object = {}) => ({
  id,
  zh: id,
  en: id,
  kind,
  grids: [],
  places: [],
  ...more,
});

const reference: Reference = {
  units: [
    unit('town', 'street', { places: ['玉兰街道'] }),
    unit('dl', 'community', { parent: 'town', grids: ['G-DL'], places: ['东篱'] }),
    unit('xc', 'community', { parent: 'town', grids: ['G-XC'], places: ['西池'] }),
    unit('dl.tj', 'committee', { parent: 'dl', serves: ['dl'] }),
    unit('town.tj', 'committee', { parent: 'town' }),
    unit('court', 'court', { serves: ['town'], court: { level: 'basic', invites: true } }),
    unit('court2', 'court', { places: ['海桥'], court: { level: 'basic' } }),
    unit('high', 'court', {
      serves: ['town'],
      court: { level: 'intermediate', types: ['intellectual_property'], fromAmount: 1000 },
    }),
    unit('rs', 'department', { serves: ['town'] }),
    unit('zc', 'tribunal'),
  ],
  duties: [{ unit: 'rs', types: ['labour'], procedures: ['administrative_mediation'] }, { unit: 'zc' }],
  rolesOf: (person, on) =>
    person === 'p1' && on < '2026-07-01' ? ['mediator', 'streetLeader'] : person === 'p2' ? ['registrar'] : [],
  rostersOf: (person) =>
    person === 'p1'
      ? [{ unit: 'dl.tj', born: '1980-05-05' }]
      : person === 'young'
        ? [
            { unit: 'dl.tj', born: '2008-03-03' },
            { unit: 'court', born: '2008-03-03' },
          ]
        : [],
  personal: async (refs) => new Map(refs.flatMap((ref) => (stored.has(ref) ? [[ref, stored.get(ref)!] as const] : []))),
  load: async (ids) => ids.flatMap((id) => others.get(id) ?? []),
  isFinal: async ({ id }) => finals.has(id),
};
const providers = new Map(disputeProviders(reference).map((provider) => [provider.id, provider]));

interface Case {
  data?: { [key: string]: Json };
  payload?: { [key: string]: Json };
  incoming?: PersonalValue[];
}
const contextOf = ({ data = {}, payload = {}, incoming = [] }: Case): AskContext => ({
  district: 'd',
  kind: 'dispute',
  subject: { id: 's', kind: 'dispute', data } as unknown as Subject,
  act: { eventId: 'e', type: 'X', payload, actor: { person: '', post: '', role: '', unit: '' } },
  moment: { now: '2026-03-02T00:00:00Z', today: '2026-03-02' },
  incoming,
  reads: [],
});
const ask = (id: string, args: { [arg: string]: Json }, given: Case = {}, context = contextOf(given)) =>
  providers.get(id)!.answer(args, context);
const on = '2026-03-02';
const party = (id: string, more: { [key: string]: Json } = {}) => ({
  id,
  side: 'applicant',
  name: personal(`名${id}`) as unknown as Json,
  ...more,
});

describe('sources of facts', () => {
  it('answer every question that the chart asks, in the version that it asks for', () => {
    expect([...providers.keys()].sort()).toEqual(Object.keys(asks).sort());
    for (const [id, { version }] of Object.entries(asks)) expect(providers.get(id)!.version).toBe(version);
  });

  it('jurisdiction: by grid, by place, by a party’s address; nothing else', async () => {
    const at = (committee: string, given: Case, gridCode?: string) =>
      ask('inJurisdiction', { committee, ...(gridCode && { gridCode }) }, given);
    expect(await at('dl.tj', {}, 'G-DL-07')).toBe(true);
    expect(await at('dl.tj', {}, 'G-DLX')).toBe(false);
    expect(await at('dl.tj', {}, 'G-XC')).toBe(false);
    expect(await at('town.tj', {}, 'G-XC')).toBe(true);
    expect(await at('dl.tj', { data: { place: personal('东篱二期花园') as any } })).toBe(true);
    expect(await at('dl.tj', { data: { parties: [party('p1', { address: personal('东篱路5号') as any })] } })).toBe(
      true,
    );
    expect(await at('dl.tj', { data: { parties: [party('p1', { address: personal('海桥村9号') as any })] } })).toBe(
      false,
    );
    expect(await at('nobody', {}, 'G-DL')).toBe(false);
  });

  it('units: their kind and their duties', async () => {
    expect(
      await Promise.all(['dl.tj', 'rs', 'court', 'zc', 'dl', 'none'].map((id) => ask('unitKind', { unit: id }))),
    ).toEqual(['committee', 'authority', 'court', 'tribunal', 'other', 'other']);
    const competent = (id: string, procedure: string, disputeType: string, gridCode?: string) =>
      ask('unitCompetent', { unit: id, procedure, disputeType, ...(gridCode && { gridCode }) });
    expect(await competent('rs', 'administrative_mediation', 'labour', 'G-DL')).toBe(true);
    expect(await competent('rs', 'administrative_mediation', 'labour', 'Z-1')).toBe(false);
    expect(await competent('rs', 'administrative_mediation', 'neighbour')).toBe(false);
    expect(await competent('rs', 'petition', 'labour')).toBe(false);
    expect(await competent('zc', 'anything', 'at all')).toBe(true);
    expect(await competent('dl', 'administrative_mediation', 'labour')).toBe(false);
  });

  it('people: rosters need grown-ups, roles and ranks have days', async () => {
    expect(await ask('onRoster', { person: 'p1', committee: 'dl.tj', on })).toBe(true);
    expect(await ask('onRoster', { person: 'p1', committee: 'town.tj', on })).toBe(false);
    expect(await ask('onRoster', { person: 'young', committee: 'dl.tj', on })).toBe(false);
    expect(await ask('onRoster', { person: 'young', committee: 'dl.tj', on: '2026-03-03' })).toBe(true);
    expect(await ask('onCourtRoster', { person: 'young', on: '2026-03-03' })).toBe(true);
    expect(await ask('onCourtRoster', { person: 'p1', on })).toBe(false);
    expect(await ask('holdsRole', { person: 'p1', role: 'streetLeader', on })).toBe(true);
    expect(await ask('holdsRole', { person: 'p1', role: 'streetLeader', on: '2026-07-01' })).toBe(false);
    expect(await Promise.all(['p1', 'p2', 'p9'].map((person) => ask('rankOf', { person, on })))).toEqual([3, -1, -1]);
  });

  it('capacity: from the day of birth, on the day, stored or just sent', async () => {
    const born = (date: string): Case => ({ data: { parties: [party('p1', { birthDate: personal(date) as any })] } });
    const of = (id: string, date: string) => ask(id, { party: 'p1', on }, born(date));
    expect(
      await Promise.all(['2008-03-02', '2008-03-03', '2018-03-02', '2018-03-03'].map((date) => of('capacityOf', date))),
    ).toEqual(['full', 'limited', 'limited', 'none']);
    expect(await Promise.all(['2012-03-02', '2012-03-03'].map((date) => of('underFourteen', date)))).toEqual([
      false,
      true,
    ]);
    expect(await ask('capacityOf', { party: 'p1', on }, { data: { parties: [party('p1')] } })).toBe('full');
    expect(await ask('underFourteen', { party: 'p1', on }, { data: { parties: [party('p1')] } })).toBe(false);
    const sent = { ref: 'new', field: 'parties.birthDate', value: '2019-01-01', salt: '' };
    const fresh = { parties: [{ id: 'p7', birthDate: { ref: 'new', commit: 'c' } }] };
    expect(await ask('capacityOf', { party: 'p7', on }, { payload: fresh, incoming: [sent] })).toBe('none');
    expect(
      await ask('capacityOf', { party: 'p7', on }, { payload: { party: fresh.parties[0]! }, incoming: [sent] }),
    ).toBe('none');
  });

  it('groups and agents: by name', async () => {
    const name = (value: string) => ({ name: personal(value) as unknown as Json });
    const group = (elected: string[], members = ['甲某', '乙某']) => ({
      data: {
        parties: [
          party('p1', {
            members: members.map(name),
            representatives: elected.map(name),
            electionSheet: { sha256: 'x' },
          }),
        ],
      },
    });
    expect(await ask('electedFromMembers', { party: 'p1' }, group(['甲 某']))).toBe(true);
    expect(await ask('electedFromMembers', { party: 'p1' }, group(['甲某', '丙某']))).toBe(false);
    expect(await ask('electedFromMembers', { party: 'p1' }, group(['丙某'], []))).toBe(true);
    expect(await ask('electedFromMembers', { party: 'p1' }, { data: { parties: [party('p1')] } })).toBe(false);
    const parties = [
      party('p1', {
        agents: [
          { id: 'a1', ...name('对方') },
          { id: 'a2', ...name('律师') },
        ],
      }),
      { ...party('p2', { side: 'respondent' }), ...name('对方') },
    ];
    expect(await ask('agentOpposes', { party: 'p1', agent: 'a1' }, { data: { parties } })).toBe(true);
    expect(await ask('agentOpposes', { party: 'p1', agent: 'a2' }, { data: { parties } })).toBe(false);
  });

  it('other cases: what they are, and their heads are required', async () => {
    const same = (more: { [key: string]: Json } = {}) =>
      party('x', { idNumber: personal('310101199001011234') as any, ...more });
    const data = { disputeType: 'neighbour', parties: [same()] };
    const put = (id: string, more: object = {}) =>
      others.set(id, { id, kind: 'dispute', seq: 4, state: { stage: 'triage' }, data, ...more } as unknown as Subject);
    put('o1');
    put('o2', { data: { ...data, disputeType: 'labour' } });
    put('o3', { data: { ...data, parties: [party('y')] } });
    put('o4');
    put('o5', { kind: 'order' });
    put('s');
    finals.add('o4');
    const fits = (original: string) => ask('originalFits', { original }, { data });
    expect(await Promise.all(['o1', 'o2', 'o3', 'o4', 'o5', 's', 'none'].map(fits))).toEqual([
      'fits',
      'other_matter',
      'no_common_party',
      'archived',
      'absent',
      'absent',
      'absent',
    ]);
    const context = contextOf({ data });
    await ask('originalFits', { original: 'o1' }, {}, context);
    expect(context.reads).toEqual([{ subject: 'o1', seq: 4 }]);
    put('w1', { kind: 'order', state: { stage: 'supervised' } });
    put('w2', { kind: 'order', state: { stage: 'handling' } });
    const waiting = contextOf({});
    expect(await ask('linkedWaiting', { subjects: ['w1', 'w2', 'o4'] }, {}, waiting)).toBe(1);
    expect(waiting.reads.map(({ subject }) => subject)).toEqual(['w1', 'w2', 'o4']);
  });

  it('courts: the inviting one; else domicile, place and organisation; by level; labour by organisation only', async () => {
    const parties = [party('p1', { address: personal('海桥村1号') as any })];
    const at = (args: { [arg: string]: Json }, data: { [key: string]: Json } = {}) =>
      ask('courtCandidates', { committee: 'dl.tj', disputeType: 'neighbour', ...args }, { data: { parties, ...data } });
    expect(await at({ gridCode: 'G-XC' })).toEqual([
      { court: 'court2', basis: 'party_domicile' },
      { court: 'court', basis: 'subject_matter' },
      { court: 'court', basis: 'organisation_place' },
    ]);
    expect(await at({}, { source: 'court_pre_filing' })).toEqual([{ court: 'court', basis: 'inviting_court' }]);
    expect(await at({ disputeType: 'labour' })).toEqual([{ court: 'court', basis: 'organisation_place' }]);
    const high = [{ court: 'high', basis: 'organisation_place' }];
    expect(await at({ disputeType: 'intellectual_property' })).toEqual(high);
    expect(await at({ amount: 1000 })).toEqual(high);
    expect(await at({ amount: 999 })).not.toEqual(high);
    const fits = (court: string, madeBy?: string) => ask('enforcementCourtFits', { court, ...(madeBy && { madeBy }) });
    expect(
      await Promise.all([
        fits('court', 'court'),
        fits('court2', 'court'),
        fits('high', 'court'),
        fits('court'),
        fits('rs'),
      ]),
    ).toEqual([true, true, false, true, false]);
  });

  it('words of penalties: of the draft that is sent, or of the version that is named', async () => {
    const clauses = (text: string) => [{ no: 1, text: personal(text) as unknown as Json }];
    expect(await ask('penaltyWords', { version: 1 }, { payload: { clauses: clauses('违约者罚款五百元') } })).toBe(true);
    expect(await ask('penaltyWords', { version: 1 }, { payload: { clauses: clauses('违约者支付违约金') } })).toBe(
      false,
    );
    const versions = [
      { no: 1, clauses: clauses('予以没收') },
      { no: 2, clauses: clauses('按期付款') },
    ];
    expect(
      await Promise.all([1, 2, 3].map((version) => ask('penaltyWords', { version }, { data: { versions } }))),
    ).toEqual([true, false, false]);
  });
});
