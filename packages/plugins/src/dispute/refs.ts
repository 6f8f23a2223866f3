/** What the fields that name something of the case choose from. */
import { field, filter, isIn, json, last, type RefDef } from '@fengqiao/core';
import { d } from './rows/common.ts';
import { v } from './words.ts';

const currentText = last(filter(d.versions, (x) => isIn(x.state, ['draft', 'force'])));

export const refs: { [ref: string]: RefDef } = {
  party: { list: json(d.parties), id: 'id', label: ['name'] },
  obligation: { list: json(d.obligations), id: 'id', label: ['act'] },
  clause: { list: json(field(currentText, 'clauses')), id: 'no', label: ['text'] },
  session: { list: json(d.sessions), id: 'id', label: ['time'] },
  pause: { list: json(d.pauses), id: 'id', label: ['ground', 'from'] },
  term: { list: json(v.terms), id: 'id', label: ['id', 'due'] },
};
