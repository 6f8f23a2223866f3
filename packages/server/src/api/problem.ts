/** One refusal shape, as problem+json (RFC 9457) for programs. */

import type { Refusal, Text } from '@fengqiao/core';
import { REFUSALS } from '@fengqiao/core';
import type { Response } from 'express';

export interface Problem {
  type: string;
  title: string;
  status: number;
  ok: false;
  code: string;
  reasons: Refusal['reasons'];
  /** Id of the request, to be named when asking for help. */
  ref: string;
}

export function sendProblem(res: Response, refused: Refusal): void {
  const { zh, en } = REFUSALS[refused.code];
  const problem: Problem = {
    type: `urn:fengqiao:refusal:${refused.code}`,
    title: `${zh} / ${en}`,
    status: refused.status,
    ok: false,
    code: refused.code,
    reasons: refused.reasons,
    ref: String(res.locals.id),
  };
  res.status(refused.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** A request that failed before it came to a chart: unreadable body, unknown address, failure of the host. */
export function sendTrouble(res: Response, status: number, code: string, text: Text): void {
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:fengqiao:trouble:${code}`,
        title: `${text.zh} / ${text.en}`,
        status,
        ok: false,
        code,
        reasons: [],
        ref: String(res.locals.id),
      }),
    );
}
