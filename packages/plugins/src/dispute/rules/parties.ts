/** Rules about parties: joining, release, succession, capacity, representation, signing (`dispute.md` §6). */
import {
  all,
  any,
  type Cond,
  concat,
  count,
  covers,
  eq,
  every,
  filter,
  has,
  includes,
  isIn,
  le,
  lt,
  not,
  type Op,
  or,
  pluck,
  type Ref,
  some,
  sum,
} from '@fengqiao/core';
import type { Party } from '../data.ts';
import { everyNecessary, isNecessary, onEachSide, partyWith, theNecessary } from '../necessary.ts';
import { adm, jud, med, textStates } from '../states.ts';
import { v } from '../words.ts';
import {
  coversDay,
  d,
  fullCapacity,
  guard,
  hasVersion,
  listOf,
  materialOf,
  onBehalf,
  paperIn,
  procedureIs,
  runsInMediation,
  statutoryAgent,
  yes,
} from './common.ts';

const add = v.event('ADD_PARTY');
const rest = v.event('CONTINUE_REST');
const waive = v.event('WAIVE_CONFLICT');
const notice = v.event('NOTICE_RIGHTS');
const opening = v.event('OPEN_SESSION');
const replace = v.event('REPLACE_REPRESENTATIVE');
const sign = v.event('SIGN');

/** Full capacity, or a proven statutory agent acts for the party. */
const covered = (p: Ref<Party>, on: Op<string> = v.at.on): Cond => any(fullCapacity(p, on), statutoryAgent(p));
const names = (id: Op<any>): Cond =>
  some(d.versions, (x) =>
    all(
      isIn(x.state, ['draft', 'force']),
      some(x.clauses, (c) => any(eq(or(c.obligor, '-'), id), eq(or(c.obligee, '-'), id))),
    ),
  );
const owes = (id: Op<any>): Cond =>
  some(d.obligations, (o) =>
    all(not(isIn(o.state, ['performed', 'ended', 'replaced'])), any(eq(o.debtor, id), eq(or(o.creditor, '-'), id))),
  );

// ---- groups and speakers (R-PR-09)
const isGroup = (p: Ref<Party>): Cond => eq(p.kind, 'group');
const elected = (p: Ref<Party>): Cond =>
  all(
    has(p.electionSheet),
    le(1, count(p.representatives)),
    le(count(p.representatives), 5),
    eq(v.ask.electedFromMembers({ party: p.id }), true),
  );
const groupsElected = everyNecessary((p) => any(not(isGroup(p)), elected(p)));
const mayAgree = everyNecessary((p) => any(not(isGroup(p)), yes(p.settleAuthority)));
type Side = Party['side'];
const single = (side: Side) => (p: Ref<Party>) => all(isNecessary(p), eq(p.side, side), not(isGroup(p)));
const tenAtMost = (side: Side): Cond => le(count(filter(d.parties, single(side))), 10);
/** Who speaks for a side in the session: each present party, and the representatives of a present group. */
const speakers = (side: Side): Op<number> => {
  const here = (p: Ref<Party>) => some(opening.present, (x) => eq(x.party, p.id));
  return sum([
    count(filter(d.parties, (p) => all(single(side)(p), here(p)))),
    sum(
      pluck(
        d.parties,
        (p) => count(p.representatives),
        (p) => all(isNecessary(p), eq(p.side, side), isGroup(p), here(p)),
      ),
    ),
  ] as any);
};
const fewSpeakers = (side: Side): Cond =>
  all(le(speakers(side), 5), any(not(eq(d.disputeType, 'traffic_accident')), le(speakers(side), 3)));
const sides = (of: (side: Side) => Cond): Cond => all(of('applicant'), of('respondent'));

const petition = any(procedureIs('petition'), eq(d.source, 'petition_transfer'));
const fiveAgents = (side: Side): Cond => any(not(any(petition, eq(d.disputeType, 'medical'))), le(speakers(side), 5));

export const parties = {
  joinable: guard({
    zh: '不能追加该当事人',
    en: 'this party cannot be added',
    law: ['R-PT-07'],
    why: [
      '协议生效后新的利害关系人须经变更协议加入；同一当事人不得重复，当事人以一百个为限',
      'once an agreement is in force a newcomer joins by its revision; nobody is added twice, and there are at most a hundred parties',
    ],
    cures: ['REVISE_AGREEMENT'],
    need: all(
      any(not(hasVersion('force')), isIn(v.stage, [...med, ...textStates, ...adm, ...jud])),
      lt(count(d.parties), 100),
      not(partyWith(add.party.id, () => all())),
      not(some(d.parties, (p) => some(listOf(p.members), (m) => eq((m as any).id, add.party.id)))),
    ),
  }),
  successionProved: guard({
    zh: '承继关系未证明',
    en: 'the succession is not proved',
    law: ['R-PT-07'],
    why: [
      '当事人死亡、终止或者合并的，承继人凭证明承继其全部地位；继承人有数人的，分别列明',
      'where a party died, ended or merged, its successor takes the whole place on proof; heirs are each named',
    ],
    cures: ['ADD_MATERIAL'],
    need: all(
      partyWith(add.succeeds as any, (p) =>
        all(
          eq(p.side, add.party.side),
          eq(p.role, add.party.role),
          not(has(p.succeededBy)),
          not(eq(p.will, 'released')),
        ),
      ),
      materialOf(['succession', 'death_certificate', 'deregistration', 'merger'], add.succeeds),
      not(partyWith(add.party.id, () => all())),
    ),
  }),
  releasable: guard({
    zh: '该当事人仍为必要当事人',
    en: 'this party is still necessary',
    law: ['R-PT-07'],
    why: [
      '协议给予、取走或者负担其权利的人须参加并签署，不能解除',
      'whoever an agreement gives to, takes from or burdens must take part and sign, and is not released',
    ],
    cures: ['REDRAFT'],
    need: all(
      not(names(v.event('RELEASE_PARTY').party)),
      not(owes(v.event('RELEASE_PARTY').party)),
      onEachSide((p) => not(eq(p.id, v.event('RELEASE_PARTY').party))),
    ),
  }),
  everyRestAgrees: guard({
    zh: '其余当事人未全部同意',
    en: 'not all of the rest agree',
    law: ['R-PM-10', 'R-PM-14'],
    why: [
      '有人拒绝或者退出后，是否继续由其余当事人全体书面决定；不回避也须全体书面同意',
      'after a refusal or departure all of the rest decide in writing whether to go on; a conflict is waived in writing by all as well',
    ],
    cures: ['CONTINUE_REST', 'WAIVE_CONFLICT'],
    need: all(
      has(rest.document),
      covers(
        rest.by,
        theNecessary((p) => not(includes(rest.released, p.id))),
      ),
      covers(
        pluck(
          d.parties,
          (p) => p.id,
          (p) => isIn(p.will, ['refused', 'left']),
        ),
        rest.released,
      ),
    ),
    needOn: { WAIVE_CONFLICT: all(has(waive.document), covers(waive.by, theNecessary())) },
  }),
  capacityCovered: guard({
    zh: '须由法定代理人参加',
    en: 'a statutory agent must take part',
    law: ['R-PT-01', 'R-PT-02'],
    why: [
      '无民事行为能力、限制民事行为能力人由法定代理人代理，代理人须证明关系，且不得是对方当事人',
      'for a person without full capacity a statutory agent acts, who proves the relation and is not an opposing party',
    ],
    cures: ['ADD_MATERIAL'],
    need: partyWith(v.event('CONSENT').party, (p) => covered(p)),
    needOn: {
      NOTICE_RIGHTS: every(listOf(notice.consents), (c) => partyWith((c as any).party, (p) => covered(p))),
      OPEN_SESSION: every(opening.present, (x) =>
        partyWith(x.party, (p) =>
          any(
            fullCapacity(p, v.at.on),
            statutoryAgent(p, (a) => eq(a.id, or(x.agent, '-'))),
          ),
        ),
      ),
    },
  }),
  groupRepresented: guard({
    zh: '须推选代表人',
    en: 'representatives must be elected',
    law: ['R-PR-09', 'R-LB-07', 'R-MD-05', 'R-TR-04', 'R-PE-02'],
    why: [
      '一方人数众多的，推选一至五名成员为代表人并附推选证明；达成协议须有和解权限；医疗、信访每方不超过五人，交通事故不超过三人',
      'a large side elects one to five of its members on a signed sheet; agreeing needs authority to settle; medical cases and petitions have at most five a side, traffic accidents three',
    ],
    cures: ['REPLACE_REPRESENTATIVE'],
    need: all(groupsElected, sides(tenAtMost), sides(fewSpeakers), sides(fiveAgents)),
    needOn: {
      DRAFT_AGREEMENT: all(groupsElected, sides(tenAtMost), mayAgree),
      RECORD_ORAL: all(groupsElected, sides(tenAtMost), mayAgree),
      REPLACE_REPRESENTATIVE: partyWith(replace.group, (p) =>
        all(
          isGroup(p),
          has(replace.electionSheet),
          isIn(
            count(
              concat<any>(
                filter(p.representatives, (r) => not(includes(listOf(replace.out), r.id))),
                listOf<any>(replace.in as any),
              ),
            ),
            [1, 2, 3, 4, 5],
          ),
        ),
      ),
    },
  }),
  signerEntitled: guard({
    zh: '签署人无权签署',
    en: 'the signer is not entitled to sign',
    law: ['R-PT-01', 'R-PT-04', 'R-PT-06'],
    why: [
      '由必要当事人本人或者有特别授权的代理人签署，限制行为能力人由法定代理人、单位由代表人、群体由有和解权限的代表人签署；工作人员代录的须附签名页',
      'a necessary party signs itself or by an agent with power to settle; a statutory agent, an organisation’s or a group’s representative signs for them; what staff enter needs the scanned page',
    ],
    cures: ['ADD_MATERIAL', 'SIGN'],
    need: all(
      any(not(onBehalf), has(sign.scan)),
      partyWith(sign.party, (p) =>
        all(
          isNecessary(p),
          any(onBehalf, not(has(p.person)), eq(p.person, v.actor.person)),
          any(paperIn(p.id, ['noticed']), all(paperIn(p.id, ['unnoticed']), not(runsInMediation))),
          le(count(filter(p.agents, (a) => not(eq(a.category, 'statutory')))), 2),
          any(signsItself(p), signsByAgent(p), signsByRepresentative(p)),
        ),
      ),
    ),
  }),
};

/** A person of full capacity, or an organisation by its representative. */
function signsItself(p: Ref<Party>): Cond {
  return all(
    not(has(sign.by)),
    not(isGroup(p)),
    fullCapacity(p, sign.signedOn),
    any(eq(p.kind, 'natural_person'), eq(p.kind, 'individual_business'), has(p.legalRepresentative)),
  );
}
function signsByAgent(p: Ref<Party>): Cond {
  return any(
    statutoryAgent(p, (a) => eq(a.id, or(sign.by, '-'))),
    all(
      fullCapacity(p, sign.signedOn),
      some(p.agents, (a) =>
        all(
          eq(a.id, or(sign.by, '-')),
          not(eq(a.category, 'statutory')),
          includes(a.powers, 'settle'),
          has(a.document),
          coversDay(a, sign.signedOn),
        ),
      ),
    ),
  );
}
function signsByRepresentative(p: Ref<Party>): Cond {
  return all(
    isGroup(p),
    yes(p.settleAuthority),
    has(p.electionSheet),
    some(listOf(p.representatives), (r) => eq((r as any).id, or(sign.by, '-'))),
  );
}
