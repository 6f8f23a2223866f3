/** What an order sets off elsewhere. */
import { json, map, object } from '@fengqiao/core';
import { caseSources } from '../domain/index.ts';
import { v } from './words.ts';

const convert = v.event('CONVERT');
/** The one reaction of this release: an order that turns out to be a quarrel opens a dispute that points back to it. */
export const openDispute = {
  id: 'openDispute',
  on: 'CONVERT',
  onRefused: 'park' as const,
  do: [
    {
      create: 'dispute',
      event: 'OPEN',
      link: 'order',
      with: {
        source: caseSources.some((source) => source.code === ('hotline_12345' as string))
          ? 'hotline_12345'
          : 'party_application',
        disputeType: 'neighbour',
        parties: json([
          {
            object: map({
              id: 'p1',
              kind: 'natural_person',
              role: 'applicant',
              side: 'applicant',
              name: convert.applicant,
              phone: convert.applicantPhone,
              noticeVersion: convert.noticeVersion,
            }),
          },
          {
            object: map({
              id: 'p2',
              kind: 'natural_person',
              role: 'respondent',
              side: 'respondent',
              name: convert.respondent,
            }),
          },
        ]),
        facts: json(convert.facts),
        place: json(v.data.address),
        gridCode: json(v.data.gridCode),
        claims: [],
        applicationForm: 'oral',
        noticeVersion: json(convert.noticeVersion),
        handedOverBy: json(object({ unit: '工单受理单位', document: v.data.orderNo })),
      },
    },
  ],
};
