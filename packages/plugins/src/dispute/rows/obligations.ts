/** Obligations that a decision, award or judgment orders (R23). */
import { append, choose, count, each, eq, join, or, put, sum, table, type Update } from '@fengqiao/core';
import { d } from './common.ts';

export const obligationsOf = (obligations: any): Update[] => [
  each(obligations, (o: any) => {
    const id = join('d', sum([count(d.papersInForce), 1] as any), '-', o.id);
    const standing = eq(or(o.standing, false), true);
    return [
      append(d.obligations, {
        id,
        state: table<any>([[standing, 'standing']], 'pending'),
        version: 0,
        documentItem: o.documentItem,
        standing: choose(standing, true, false),
        immediate: false,
        debtor: o.debtor,
        creditor: o.creditor,
        act: o.act,
        amount: o.amount,
        paid: 0,
        dueOn: o.dueOn,
        dueCondition: o.dueCondition,
        secures: [],
      }),
      put('DL-OB-DUE', { key: id, due: o.dueOn }),
    ];
  }),
];
