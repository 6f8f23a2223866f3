/** Rules of obligations' end, pauses, follow-up and archive (`dispute.md` §6). */
import {
  all,
  any,
  type Cond,
  covers,
  eq,
  every,
  fact,
  has,
  includes,
  isIn,
  le,
  lookup,
  not,
  pluck,
  some,
  type Text,
} from '@fengqiao/core';
import { partyWith } from '../necessary.ts';
import { v } from '../words.ts';
import { d, guard, listOf, openObligation } from './common.ts';
import { documentsPresent } from './documents.ts';
import { param } from './params.ts';
import { when } from './when.ts';

const pause = v.event('PAUSE');
const resume = v.event('RESUME');
const visit = v.event('VISIT');
const waive = v.event('WAIVE_VISIT');
const live = (t: any): Cond => isIn(t.status, ['running', 'paused'] as any);
const waiting = pluck(
  d.links,
  (x) => x.to,
  (x) => eq(x.waiting, true),
);

/** Items of the closed loop 闭环: each is a fact, so that the one that is open is named. */
export const loopItems = {
  noOwnDutyOpen: {
    zh: '没有未完成的本单位期限（归档期限除外）',
    en: 'no own duty is open but that of archiving',
    is: every(v.terms, (t: any) => any(not(live(t)), not(eq(t.own, true)), eq(t.id, 'DL-PM-ARCHIVE'))),
  },
  noObligationOpen: { zh: '没有待履行的义务', en: 'no obligation is open', is: not(openObligation) },
  policeReported: {
    zh: '应报告公安机关的已报告',
    en: 'a due report to the police was made',
    is: not(eq(d.policeReport, 'due')),
  },
  measureRecorded: {
    zh: '应采取的防范措施已记录',
    en: 'the preventive measures are recorded',
    is: not(eq(d.measure, 'due')),
  },
  noObjectionPending: {
    zh: '没有待审查的异议',
    en: 'no objection is pending',
    is: every(d.objections, (x) => not(eq(x.state, 'pending'))),
  },
  noPauseOpen: { zh: '没有未结束的中止', en: 'no pause is open', is: every(d.pauses, (x) => has(x.to)) },
  noLinkWaiting: {
    zh: '没有等待中的关联事项',
    en: 'no linked subject is waited for',
    is: any(not(has(waiting)), eq(v.ask.linkedWaiting({ subjects: waiting }), 0)),
  },
  everyPartyAnswered: {
    zh: '应答复、回访的当事人都已答复、回访',
    en: 'every party was answered',
    is: when.everyoneAnswered,
  },
  tripleComplete: {
    zh: '来源、平台、调处方式齐全（未进入调处的除外）',
    en: 'source, platform and channel are known, where a channel was entered',
    is: all(
      has(d.source),
      any(
        all(has(d.platform), has(d.channel)),
        all(not(eq(d.mediationBegan, true)), not(isIn(d.outcome as any, ['settled', 'decided', 'adjudicated'] as any))),
      ),
    ),
  },
} satisfies { [item: string]: Text & { is: Cond } };

export const closing = {
  pauseGrounded: guard({
    zh: '不得中止该期限',
    en: 'this limit may not be paused',
    law: ['R-LM-05', 'R-MD-02', 'R-MD-03', 'R-AD-06', 'R-CM-13'],
    why: [
      '只有法定事由并有依据，才能中止该事由所列的办理期限；当事人的权利期限不因调解而停止',
      'only a listed ground with its document pauses the duties that the ground names; rights of the parties never stand still for mediation',
    ],
    cures: ['PAUSE'],
    need: all(
      has(pause.document),
      has(lookup('pauseGrounds', pause.ground, 'pauses')),
      covers(lookup<string[]>('pauseGrounds', pause.ground, 'pauses'), listOf(pause.terms)),
    ),
  }),
  pauseOpen: guard({
    zh: '没有该中止',
    en: 'there is no such pause',
    law: [],
    why: ['只能恢复尚未结束的中止，恢复日不早于中止日', 'only an open pause ends, on a day not before it began'],
    cures: [],
    need: some(d.pauses, (x) => all(eq(x.id, resume.pauseId), not(has(x.to)), le(x.from, resume.to))),
  }),
  visitorFree: guard({
    zh: '回访人须非承办人',
    en: 'the visitor must not have handled the case',
    law: ['R-PM-32'],
    why: [
      '地区要求独立回访的，由没有主持本案调解的人回访；默认由调解员回访',
      'where the district asks for it, somebody who did not preside visits; by default the mediator does',
    ],
    cures: ['VISIT'],
    need: any(
      eq(param.independentVisit, false),
      all(
        not(includes(d.mediators, visit.visitor)),
        every(d.sessions, (s) => not(eq(s.presiding, visit.visitor))),
      ),
    ),
  }),
  attemptsMade: guard({
    zh: '未满三次回访',
    en: 'fewer than three attempts',
    law: [],
    why: [
      '联系不上的须回访三次；不满意或者已到最高层级的，须就意见作书面答复并告知途径，才可免予回访',
      'who cannot be reached is tried three times; who is not satisfied, or at the top rung, gets a written answer with the routes before the visit is waived',
    ],
    cures: ['VISIT'],
    need: every(waive.parties, (id) =>
      partyWith(id, (p) =>
        any(le(3, p.attempts), all(any(eq(p.visited, 'unsatisfied'), le(4, d.rung)), has(waive.answer))),
      ),
    ),
  }),
  caseClosed: guard({
    zh: '未结案',
    en: 'the case is not closed',
    law: [],
    why: ['先结案再归档', 'a case is closed before its file is archived'],
    cures: ['CLOSE_CASE'],
    need: eq(d.caseClosed, true),
  }),
  documentsComplete: guard({
    zh: '卷宗材料不全',
    en: 'papers of the file are missing',
    law: ['R-PM-28', 'R-PM-37'],
    why: [
      '调委会应当建立卷宗，登记、告知、记录、协议、回访等材料按办结方式齐备后归档',
      'the committee keeps a file: registration, notices, records, agreement and follow-up, complete for the way in which the case ended',
    ],
    cures: ['RETURN_FILE', 'ADD_MATERIAL', 'SEAL', 'CLOSE_SESSION', 'SERVE'],
    need: documentsPresent,
  }),
  loopClosed: guard({
    zh: '闭环未完成',
    en: 'the loop is not closed',
    law: ['R-PM-32', 'R-PM-22', 'R-PM-23'],
    why: [
      '结案、归档前，义务、报告、措施、异议、中止、关联事项和回访都须有结果',
      'before closing and archiving, obligations, reports, measures, objections, pauses, linked subjects and answers have all come to a result',
    ],
    cures: ['REPORT_POLICE', 'RECORD_MEASURE', 'PERFORM', 'OBJECTION_DECIDED', 'RESUME', 'VISIT'],
    need: all(...Object.keys(loopItems).map((item) => fact(item))),
  }),
};
