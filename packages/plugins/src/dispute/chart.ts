/** The dispute chart, whole, as data (`dispute.md`). */
import {
  asksOf,
  type ChartDefinition,
  eq,
  eventsOf,
  json,
  LANGUAGE,
  last,
  plain,
  pluck,
  schemaOf,
} from '@fengqiao/core';
import { codeLists, documents, law } from '../domain/index.ts';
import { asks } from './asks.ts';
import { clock } from './clock.region.ts';
import { columns } from './columns.ts';
import { data } from './data.ts';
import { desks } from './desks.ts';
import { facts } from './facts.ts';
import { eventWords } from './forms/index.ts';
import { indicators } from './indicators.ts';
import { invariants } from './invariants.ts';
import { members } from './members.ts';
import { ledgerCodes, notices } from './notices.ts';
import { params } from './params.ts';
import { prefills } from './prefills.ts';
import { reactions } from './reactions.ts';
import { refs } from './refs.ts';
import { behalf, ladder, roles } from './roles.ts';
import { d } from './rows/common.ts';
import { rules } from './rules/index.ts';
import { signals } from './signals/index.ts';
import { sittings } from './sittings.ts';
import { stage } from './stage.region.ts';
import { terms } from './terms.ts';
import { values } from './values.ts';
import { warning } from './warning.region.ts';
import { v } from './words.ts';

/** Numbers are gapless per unit and civil year; what is not accepted has a series of its own, marked -B and not counted. */
const numbers = {
  ACCEPT: {
    number: {
      series: 'case',
      unit: v.event('ACCEPT').committee,
      format: { zh: '（{year}）{unit}调字第{n}号', en: '({year}) {unit} mediation no. {n}' },
    },
  },
  DECLINE: {
    number: {
      series: 'nonAcceptance',
      unit: v.actor.unit,
      format: { zh: '（{year}）{unit}调字第{n}号-B', en: '({year}) {unit} mediation no. {n}-B' },
    },
  },
};
const events = Object.fromEntries(
  Object.entries(eventWords).map(([id, word]) => [
    id,
    { ...word, ...numbers[id as keyof typeof numbers], ...(prefills[id] && { prefill: prefills[id] }) },
  ]),
);
const nameOf = (side: 'applicant' | 'respondent') =>
  last(
    pluck(
      d.parties,
      (p) => p.name,
      (p) => eq(p.role, side),
    ),
  );

export const disputeChart: ChartDefinition = plain<any>({
  kind: 'chart',
  id: 'dispute',
  zh: '矛盾纠纷',
  en: 'dispute',
  language: LANGUAGE,
  roles,
  data: schemaOf(data),
  events: eventsOf(events),
  rules,
  facts,
  values,
  signals,
  terms,
  asks: asksOf(asks),
  params,
  documents,
  codes: { ...codeLists, ...ledgerCodes },
  law,
  reactions,
  columns,
  indicators,
  notices,
  behalf,
  regions: { stage, warning, clock },
  members,
  sittings,
  desks,
  ladder,
  identity: {
    title: { of: [json(nameOf('applicant')), json(nameOf('respondent')), json(d.subtype)] },
    number: json(d.caseNo),
    level: 'warning',
  },
  refs,
  neverBlocked: [
    'WITHDRAW',
    'LEAVE',
    'REFUSE',
    'REFER',
    'GUIDE',
    'OTHER_ROUTE',
    'RAISE_WARNING',
    'REPORT_POLICE',
    'TERMINATE',
    'END_CASE',
    'UNSIGN',
    'MEMBER_OUT',
    'OBJECT',
  ],
  invariants,
});
