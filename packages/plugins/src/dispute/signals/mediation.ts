/** Signals of mediation: entering it, its end without agreement (E2), and what signatures fall (`dispute.md` §4). */
import {
  all,
  append,
  cancel,
  choose,
  concat,
  dueOf,
  each,
  eq,
  every,
  iff,
  isIn,
  list,
  not,
  notify,
  object,
  patch,
  plain,
  produce,
  put,
  resume,
  type SignalDef,
  set,
  some,
  table,
} from '@fengqiao/core';
import { d, given, hasVersion, isNecessary, newPaper, plus } from '../rows/common.ts';
import { mediationTerms } from '../terms.ts';
import { v } from '../words.ts';

const s = v.signalled;
const when = (cond: any, items: any) => table<any>([[cond, items]], [] as any);
const route = (code: string, authority: string, limit: string, dueDate?: any) =>
  list(object({ route: code, authority, limit, dueDate }) as any);

/** Other routes with their running limits: of the type of dispute (R-PM-31, R-LM-04). */
export const routes = () =>
  concat(
    when(
      eq(d.disputeType, 'labour'),
      route('labour_arbitration', '劳动人事争议仲裁委员会', '知道权利被侵害之日起一年', v.term('DL-LM-LABOUR').due),
    ),
    when(
      eq(d.disputeType, 'medical'),
      route('administrative_mediation', '卫生健康主管部门', '知道权利受损害之日起一年内申请'),
    ),
    when(
      eq(d.disputeType, 'traffic_accident'),
      route(
        'administrative_mediation',
        '公安机关交通管理部门',
        '调解终止后三个工作日内共同书面申请',
        dueOf('DL-PM-TRAFFIC-SWITCH', v.at.on),
      ),
    ),
    when(eq(d.disputeType, 'consumer'), route('administrative_mediation', '市场监督管理部门', '三年内投诉')),
    when(
      isIn(d.matter, ['administrative', 'mixed']),
      concat(
        route('administrative_reconsideration', '行政复议机关', '知道行政行为之日起六十日', v.term('DL-AD-RECON').due),
        route('administrative_litigation', '人民法院', '知道行政行为之日起六个月', v.term('DL-AD-SUE').due),
      ),
    ),
    when(not(eq(d.matter, 'administrative')), route('litigation', '人民法院', '诉讼时效三年', v.term('DL-LM-GEN').due)),
  );

export const lastPapers = (id: any) => some(d.papers, (x) => all(eq(x.party, id), not(eq(x.state, 'unnoticed'))));

/** A text that is no draft any more is followed by the next one, with papers of its own (R19). */
export const nextText = () =>
  iff(
    some(d.versions, (x) => all(eq(x.no, d.textNo), not(eq(x.state, 'draft')))),
    [
      set(d.textNo, plus(d.textNo, 1)),
      each(
        d.parties,
        (p) => [append(d.papers, newPaper(p.id, plus(d.textNo, 1), choose(lastPapers(p.id), 'noticed', 'unnoticed')))],
        (p) => not(eq(p.will, 'released')),
      ),
    ],
  );

export const mediationSignals: { [name: string]: SignalDef } = plain({
  mediationEntered: {
    zh: '进入调解',
    en: 'mediation entered',
    do: [
      set(d.mediationBegan, true),
      nextText(),
      cancel('DL-FQ-CHOOSE'),
      put('DL-FQ-CONSENT'),
      iff(
        all(
          eq(d.procedure, 'people_mediation'),
          not(eq(d.disputeType, 'medical')),
          not(isIn(v.term('DL-PM-MEDIATE').status, ['running', 'paused'])),
        ),
        [put('DL-PM-MEDIATE')],
      ),
      iff(
        all(
          eq(d.procedure, 'people_mediation'),
          eq(d.disputeType, 'medical'),
          not(isIn(v.term('DL-PM-MED').status, ['running', 'paused'])),
        ),
        [put('DL-PM-MED')],
      ),
    ],
  },
  willSpoken: {
    zh: '当事人表态',
    en: 'a party has spoken',
    do: [
      iff(
        every(d.parties, (p) => not(all(isNecessary(p), eq(p.will, 'named')))),
        [cancel('DL-FQ-CONSENT')],
      ),
    ],
  },
  namedAgain: { zh: '重新征询意愿', en: 'every will asked anew', do: [] },
  routesTold: {
    zh: '告知其他途径',
    en: 'other routes are told',
    do: [set(d.nextRoutes, routes()), notify('routesTold', { role: 'applicant' })],
  },
  mediationEnded: {
    zh: '调解未达成协议而终结',
    en: 'mediation ends without agreement',
    do: [
      set(d.reentry, true),
      set(d.endedReason, s.reason),
      iff(not(hasVersion('force')), [
        set(
          d.mediationResult,
          given(
            s.result,
            table<any>(
              [
                [eq(s.reason, 'party_refuses'), 'refused'],
                [eq(s.reason, 'withdrawn'), 'withdrawn'],
                [eq(s.reason, 'settled_privately'), 'reconciled'],
                [isIn(s.reason, ['sued_or_filed', 'not_civil']), 'transferred'],
              ],
              'failed',
            ),
          ),
        ),
      ]),
      set(d.nextRoutes, routes()),
      produce('termination-notice', { with: { reason: s.reason } }),
      notify('mediationEnded', { role: 'applicant' }),
      notify('mediationEnded', { role: 'respondent' }),
      iff(
        {
          any: [
            isIn(d.source, ['court_pre_filing', 'court_post_filing']),
            isIn(d.procedure, ['court_delegated', 'court_entrusted']),
          ],
        },
        [notify('reportToCourt', { role: 'courtLiaison', with: { reason: s.reason } })],
      ),
      cancel(mediationTerms),
      resume('court_mediation'),
      patch(
        d.versions,
        (x) => eq(x.state, 'draft'),
        () => ({ state: 'lapsed' }),
      ),
      iff(eq(d.disputeType, 'traffic_accident'), [put('DL-PM-TRAFFIC-SWITCH')]),
    ],
  },
  signaturesFallen: {
    zh: '签名失效',
    en: 'all signatures fall',
    do: [
      patch(
        d.versions,
        (x) => eq(x.state, 'draft'),
        () => ({ mediatorSignedOn: null, sealedOn: null, letterNo: null, letterOn: null }) as any,
      ),
    ],
  },
});
