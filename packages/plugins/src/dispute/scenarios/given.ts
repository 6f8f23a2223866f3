/** Ways to the states at which scenarios are given: by events like everything else. */
import * as p from './payloads.ts';
import { type Payload, Walk } from './walk.ts';

/** Registered, accepted, rated, planned: at the choice of the channel. */
export function toChoice(
  walk: Walk,
  open: Payload = {},
  level = 'blue',
  lead = 'mediator1',
  factors: Payload = {},
): Walk {
  walk.must({ by: 'registrar', event: 'OPEN', with: p.opened(open) });
  walk.must({ by: 'registrar', event: 'ACCEPT', with: p.accepted });
  walk.must({ by: 'coordinator', event: 'RATE', with: p.rated(level, factors) });
  walk.must({ by: 'coordinator', event: 'ACTIVATE_PLAN', with: p.planned(level, lead) });
  return walk;
}
/** In preparation, everybody consents, is noticed and accepts the declared mediator. */
export function toReady(walk: Walk, open: Payload = {}, ids = ['A', 'B']): Walk {
  toChoice(walk, open);
  walk.must({
    by: 'coordinator',
    event: 'CHOOSE_CHANNEL',
    with: p.chosen('people_mediation', { consents: p.consents(...ids) }),
  });
  walk.must({ by: 'mediator', event: 'NOTICE_RIGHTS', with: p.noticed(ids) });
  walk.must({ by: 'mediator', event: 'DECLARE_CONFLICT', with: p.declared });
  return walk;
}
export function toScheduled(walk: Walk, open: Payload = {}, ids = ['A', 'B']): Walk {
  toReady(walk, open, ids).must({ by: 'mediator', event: 'SCHEDULE_SESSION', with: p.scheduled() });
  return walk;
}
export function toSession(walk: Walk, open: Payload = {}, ids = ['A', 'B']): Walk {
  toScheduled(walk, open, ids).must({ by: 'mediator', event: 'OPEN_SESSION', with: p.session(ids) });
  return walk;
}
export function toDrafting(walk: Walk, open: Payload = {}, ids = ['A', 'B']): Walk {
  toSession(walk, open, ids).must({ by: 'mediator', event: 'CLOSE_SESSION', with: p.closed(ids) });
  return walk;
}
/** A written agreement in force. */
export function toEffective(
  walk: Walk,
  clauses: Payload[],
  open: Payload = {},
  ids = ['A', 'B'],
  draft: Payload = {},
): Walk {
  toDrafting(walk, open, ids).must({ by: 'mediator', event: 'DRAFT_AGREEMENT', with: p.drafted(clauses, draft) });
  for (const [n, id] of ids.entries())
    walk.must({ by: n ? 'respondent' : 'applicant', event: 'SIGN', with: p.signs(id) });
  walk.must({ by: 'mediator', event: 'MEDIATOR_SIGN', with: p.mediatorSigns });
  walk.must({ by: 'committeeChair', event: 'SEAL', with: p.seals });
  return walk;
}
export const walk = (today?: string) => new Walk(today);
