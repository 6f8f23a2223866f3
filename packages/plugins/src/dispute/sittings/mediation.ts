/** 当场调解: notice, declarations, session and agreement at one table, oral or written (`dispute.md` §16). */
import {
  all,
  coded,
  date,
  eq,
  file,
  has,
  instant,
  isIn,
  json,
  label,
  list,
  map,
  not,
  object,
  oneOf,
  or,
  plain,
  pluck,
  refer,
  refers,
  refTo,
  type SittingDef,
  type SittingStep,
  schemaOf,
  some,
  text,
  titled,
  yes,
} from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { clause } from '../data.ts';
import { agreement } from '../forms/agreement.ts';
import { isNecessary } from '../rows/common.ts';
import { v } from '../words.ts';

const d = v.data;
const form = z.object({
  noticeVersion: label('权利义务告知书版本', 'version of the rights notice', 1, 40),
  parties: titled(
    z
      .array(
        z.object({
          party: refer('party', '当事人', 'party'),
          consents: yes('同意调解', 'consents'),
          acceptsMediators: yes('接受调解员', 'accepts the mediators'),
          noWritten: yes('表示无需书面协议', 'wants none written').optional(),
          statement: text('陈述', 'statement', 1, 2000),
          kind: oneOf(
            {
              signature: ['签名', 'signature'],
              seal: ['盖章', 'seal'],
              fingerprint: ['指印', 'fingerprint'],
              eSignature: ['电子签名', 'e-signature'],
            },
            '签名方式',
            'kind of signature',
          ),
        }),
      )
      .min(2)
      .max(20),
    '到场当事人',
    'parties present',
    { label: 'party' },
  ),
  evidence: file('签名页扫描件', 'scan of the signed pages'),
  mediators: refers('person', '调解员', 'mediators', 1),
  presiding: refer('person', '主持', 'presiding'),
  mode: coded('assignmentModes', codes.assignmentModes, '产生方式', 'mode'),
  noConflict: yes('调解员均无应当回避的情形', 'no mediator has a conflict'),
  time: instant('调解时间', 'time of the session'),
  place: text('地点', 'place', 1, 100),
  location: coded('locationKinds', codes.locationKinds, '地点种类', 'kind of place'),
  recorder: text('记录人', 'recorder', 2, 50),
  minutes: text('调解笔录', 'minutes', 20, 20_000),
  ending: oneOf(
    {
      oral: ['口头协议', 'oral'],
      immediate: ['即时履行', 'performed on the spot'],
      written: ['书面协议', 'written'],
    },
    '达成协议的形式',
    'form of the agreement',
  ),
  clauses: titled(z.array(clause).min(1).max(100), '条款', 'clauses', { label: 'no' }),
  factsAndIssues: text('事实与争议（书面协议）', 'facts and issues (written)', 2, 4000).optional(),
  performedNow: titled(
    z.array(z.int().min(1).max(200)).max(100),
    '当场履行的条款号',
    'clauses performed at once',
  ).optional(),
  checklist: agreement.DRAFT_AGREEMENT.form.shape.checklist,
  confirmationWanted: yes('拟申请司法确认', 'confirmation wanted').optional(),
  signedOn: date('签署日期', 'signed on'),
  sealedOn: date('盖章日', 'sealed on').optional(),
});

const f = refTo<z.output<typeof form>>('form');
const p = refTo<z.output<typeof form>['parties'][number]>('p');
const ids = pluck(f.parties, (x) => x.party);
const written = eq(f.ending, 'written');
const eachParty = (where?: any): SittingStep['each'] => [{ get: 'form.parties' }, 'p', where ?? null];
const signed = pluck(f.parties, (x) => object({ party: x.party, kind: x.kind }));
const notConsented = (id: any) =>
  some(d.parties, (q) => all(eq(q.id, id), isNecessary(q), not(eq(q.will, 'consented'))));

export const onTheSpot: SittingDef = plain<any>({
  zh: '当场调解',
  en: 'mediation on the spot',
  from: ['mediation.preparing'],
  form: schemaOf(form),
  prefill: map({
    noticeVersion: v.param.privacyNotice,
    mediators: list(v.actor.person),
    presiding: v.actor.person,
    mode: 'assigned',
    location: 'on_site',
    signedOn: v.at.on,
    parties: pluck(
      d.parties,
      (q) => object({ party: q.id, consents: true, acceptsMediators: true, kind: 'signature' }),
      (q) => isNecessary(q),
    ),
  }),
  steps: [
    {
      event: 'NOTICE_RIGHTS',
      with: map({
        parties: ids,
        version: f.noticeVersion,
        consents: pluck(
          f.parties,
          (x) => object({ party: x.party, how: 'written' }),
          (x) => all(eq(x.consents, true), notConsented(x.party)),
        ),
        openness: 'closed',
        signatures: signed,
      }),
    },
    {
      event: 'DECLARE_CONFLICT',
      each: [{ get: 'form.mediators' }, 'm', null],
      when: eq(f.noConflict, true),
      with: map({ mediator: refTo<string>('m'), relation: 'none' }),
    },
    {
      event: 'ACCEPT_MEDIATOR',
      each: eachParty(eq(p.acceptsMediators, true)),
      with: map({ party: p.party, mediators: f.mediators }),
      behalf: json(p.party),
    },
    {
      event: 'SCHEDULE_SESSION',
      with: map({
        time: f.time,
        place: f.place,
        location: f.location,
        kind: 'joint',
        mediators: f.mediators,
        presiding: f.presiding,
        mode: f.mode,
        recordedLater: true,
      }),
    },
    {
      event: 'OPEN_SESSION',
      with: map({
        present: pluck(f.parties, (x) => object({ party: x.party })),
        openness: 'closed',
        recorder: f.recorder,
      }),
    },
    {
      event: 'CLOSE_SESSION',
      with: map({
        result: 'agreement',
        minutes: f.minutes,
        statements: pluck(f.parties, (x) => object({ party: x.party, text: x.statement })),
        signatures: signed,
        mediatorSigned: true,
        recorderSigned: true,
      }),
    },
    {
      event: 'RECORD_ORAL',
      when: isIn(f.ending, ['oral', 'immediate']),
      with: map({
        form: f.ending,
        clauses: f.clauses,
        reachedOn: f.signedOn,
        noWrittenWanted: pluck(
          f.parties,
          (x) => x.party,
          (x) => eq(or(x.noWritten, false), true),
        ),
        performedNow: f.performedNow,
        checklist: f.checklist,
        mediatorSignature: object({ kind: 'signature' }),
        members: ids,
      }),
    },
    {
      event: 'DRAFT_AGREEMENT',
      when: written,
      with: map({
        form: 'written',
        factsAndIssues: f.factsAndIssues,
        clauses: f.clauses,
        checklist: f.checklist,
        confirmationWanted: or(f.confirmationWanted, false),
      }),
    },
    {
      event: 'SIGN',
      when: written,
      each: eachParty(),
      with: map({ party: p.party, signedOn: f.signedOn, kind: p.kind, scan: f.evidence }),
      behalf: json(p.party),
    },
    { event: 'MEDIATOR_SIGN', when: written, with: map({ signedOn: f.signedOn }) },
    {
      event: 'SEAL',
      when: all(written, has(f.sealedOn)),
      with: map({ sealedOn: f.sealedOn, kind: 'committeeSeal' }),
    },
  ],
});
