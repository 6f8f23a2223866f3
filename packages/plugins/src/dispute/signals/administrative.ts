/** Signals of administrative procedures: terms that start with the application, and the end without result. */
import { all, cancel, eq, iff, isIn, notify, plain, put, type SignalDef, set } from '@fengqiao/core';
import { d } from '../rows/common.ts';
import { adminTerms } from '../terms.ts';
import { v } from '../words.ts';
import { routes } from './mediation.ts';

const is = (code: string) => eq(v.signalled.procedure, code);

export const administrativeSignals: { [name: string]: SignalDef } = plain({
  adminEntered: {
    zh: '进入行政程序',
    en: 'administrative procedure entered',
    do: [
      iff(is('administrative_reconsideration'), [put('DL-AD-REVIEW'), put('DL-AD-SUPP-NOTICE'), cancel('DL-AD-RECON')]),
      iff(all(is('administrative_mediation'), eq(d.disputeType, 'medical')), [put('DL-AD-MED-ACCEPT')]),
      iff(all(is('administrative_mediation'), eq(d.disputeType, 'consumer')), [put('DL-AD-CONSUMER')]),
      iff(all(is('petition'), isIn(v.term('DL-PE-REVIEW').status, ['ended', 'expired'])), [put('DL-PE-RECHECK')]),
      iff(all(is('petition'), eq(v.term('DL-PE-REVIEW').status, 'none'), eq(v.term('DL-PE-DECIDE').status, 'ended')), [
        put('DL-PE-REVIEW'),
      ]),
      iff(all(is('petition'), eq(v.term('DL-PE-DECIDE').status, 'none')), [put('DL-PE-ROUTE')]),
    ],
  },
  adminLeft: {
    zh: '行政程序未果而终结',
    en: 'administrative procedure ended without result',
    do: [cancel(adminTerms), set(d.nextRoutes, routes()), notify('routesTold', { role: 'applicant' })],
  },
});
