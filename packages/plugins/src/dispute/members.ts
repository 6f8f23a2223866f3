/** Each-regions of the dispute chart: will and papers of every party, every obligation (`dispute.md` §5, R8–R31). */
import { all, any, eq, has, includes, isIn, type MemberRegion, not, or, pluck, some } from '@fengqiao/core';
import { paperStates, willStates } from './data.ts';
import { obligation, texts } from './obligations.ts';
import { d, isNecessary, versionNo } from './rows/common.ts';
import { releasedBySplit } from './rows/leaving.ts';
import { v } from './words.ts';

const s = v.signalled;
const at = v.at;
const inConsents = (it: any, e: any) =>
  includes(
    pluck(e.consents as any, (c: any) => c.party),
    it.id,
  );
const spoke = (how: any) => ({ willOn: at.on, willHow: how });

const will: MemberRegion = {
  zh: '当事人意愿',
  en: 'will of a party',
  list: 'data.parties',
  field: 'will',
  initial: ['named', 'consented'],
  states: texts(willStates),
  rows: [
    v.member<any>('R9', ['CONSENT'], {
      from: ['named', 'refused', 'left'],
      to: 'consented',
      where: (it, e) => eq(it.id, e.party),
      with: (_it, e) => ({ ...spoke(e.how), breaksRest: false }),
    }),
    v.member<any>('R9.notice', ['NOTICE_RIGHTS'], {
      from: ['named', 'refused', 'left'],
      to: 'consented',
      where: inConsents,
      with: () => ({ ...spoke('written'), breaksRest: false }),
    }),
    v.member<any>('R10', ['REFUSE'], {
      from: ['named', 'consented'],
      to: 'refused',
      where: (it, e) => eq(it.id, e.party),
      with: (_it, e) => ({ ...spoke(e.how), breaksRest: true }),
    }),
    v.member<any>('R11', ['LEAVE'], {
      from: ['named', 'consented', 'refused'],
      to: 'left',
      where: (it, e) => eq(it.id, e.party),
      with: () => ({ willOn: at.on, breaksRest: true }),
    }),
    v.member<any>('R12', ['CONTINUE_REST'], {
      from: ['refused'],
      to: 'released',
      where: (it, e) => includes(e.released, it.id),
    }),
    v.member<any>('R13', ['RELEASE_PARTY'], {
      from: ['named', 'consented', 'refused'],
      to: 'released',
      where: (it, e) => eq(it.id, e.party),
    }),
    v.member<any>('R13.split', ['SPLIT'], {
      from: ['named', 'consented', 'refused'],
      to: 'released',
      where: releasedBySplit,
    }),
    v.member<any>('R13a', ['ADD_PARTY'], {
      from: ['named', 'consented', 'refused', 'left'],
      to: 'released',
      where: (it, e) =>
        all(
          eq(it.id, e.succeeds),
          not(isIn(v.stage, ['agreement.drafting', 'agreement.signing'])),
          has(versionNo('force')),
        ),
      with: (_it, e) => ({ succeededBy: e.party.id }),
    }),
    v.member<any>('R14.consent', ['@mediationEntered'], {
      from: ['named', 'consented', 'refused'],
      to: 'consented',
      where: (it) => includes(s.consents, it.id),
      with: () => ({ ...spoke('written'), breaksRest: false }),
    }),
    v.member<any>('R14', ['@mediationEntered', '@namedAgain'], {
      from: ['consented', 'refused'],
      to: 'named',
      where: () => eq(or(s.reentry, true), true),
      with: () => ({ breaksRest: false }),
    }),
  ],
};

const isDraft = (it: any) => some(d.versions, (x) => all(eq(x.state, 'draft'), eq(x.no, it.version)));
const current = (it: any) => eq(it.version, d.textNo);
const papers: MemberRegion = {
  zh: '当事人文书',
  en: 'papers of a party',
  list: 'data.papers',
  field: 'state',
  initial: ['unnoticed', 'noticed'],
  states: texts(paperStates),
  rows: [
    v.member<any>('R15', ['NOTICE_RIGHTS'], {
      from: ['unnoticed'],
      to: 'noticed',
      where: (it, e) => all(includes(e.parties, it.party), current(it)),
      with: () => ({ noticedOn: at.on }),
    }),
    v.member<any>('R16', ['SIGN'], {
      from: ['unnoticed', 'noticed'],
      to: 'signed',
      where: (it, e) => all(eq(it.party, e.party), isDraft(it)),
      with: (_it, e) => ({ signedOn: e.signedOn, signKind: e.kind, signedBy: e.by }),
    }),
    v.member<any>('R17', ['RECORD_ORAL'], {
      from: ['noticed'],
      to: 'signed',
      where: (it) =>
        all(
          current(it),
          some(d.parties, (p) => all(eq(p.id, it.party), isNecessary(p))),
        ),
      with: (_it, e) => ({ signedOn: e.reachedOn, signKind: 'oral' }),
    }),
    v.member<any>('R18', ['UNSIGN'], {
      from: ['signed'],
      to: 'noticed',
      where: (it, e) => all(eq(it.party, e.party), isDraft(it)),
      with: () => ({ signedOn: null, signKind: null, signedBy: null }),
    }),
    v.member<any>('R18.all', ['@signaturesFallen', '@mediationEnded'], {
      from: ['signed'],
      to: 'noticed',
      where: isDraft,
      with: () => ({ signedOn: null, signKind: null, signedBy: null }),
    }),
    v.member<any>('R20', ['SERVE'], {
      from: ['signed'],
      to: 'served',
      where: (it, e) =>
        all(
          eq(it.party, e.party),
          any(
            all(eq(e.document, 'letter'), isDraft(it)),
            all(eq(e.document, 'ruling'), eq(it.version, versionNo('force'))),
          ),
        ),
      with: (_it, e) => ({ servedOn: e.receivedOn }),
    }),
    v.member<any>('R21', ['OBJECT'], {
      from: ['served'],
      to: 'objected',
      where: (it, e) => all(eq(e.standing, 'party'), eq(it.party, e.party), eq(it.version, versionNo('force'))),
      with: () => ({ objectedOn: at.on }),
    }),
    v.member<any>('R22', ['OBJECTION_DECIDED'], {
      from: ['objected'],
      to: 'served',
      where: (it) => eq(it.version, versionNo('force')),
    }),
  ],
};

export const members: { [member: string]: MemberRegion } = { will, papers, obligation };
