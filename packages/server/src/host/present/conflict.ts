/** Both sides of a conflict: what is there now, and what was typed. */

import type { Entry, Json, Refusal, Schema } from '@fengqiao/core';
import { schemaAt } from '@fengqiao/core';
import type { ConflictProps, Shown } from '../../pages/model.ts';
import type { StepCall } from '../call.ts';
import type { District } from '../context.ts';
import type { FormState } from '../forms/state.ts';
import { localTime } from './days.ts';
import { inClear, personName, scalarText, stageText } from './values.ts';

const shownValue = (value: Json | undefined, schema: Schema | undefined, call: StepCall): Shown => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return { zh: `${value.length} 项`, en: `${value.length} items` };
  return typeof value === 'object' ? '' : scalarText(value, schema, call.step.definition.codes);
};

export const conflictRows = {
  by: (district: District, last: Entry): Pick<ConflictProps, 'by' | 'at'> => ({
    by: last.actor.plugin ? { zh: '系统', en: 'the system' } : personName(district, last.actor.person),
    at: localTime(district, last.at),
  }),
  rows(call: StepCall, state: FormState, refused: Refusal): ConflictProps['rows'] {
    const { definition, def } = call.step;
    const personal = call.opened?.personal ?? new Map();
    const fieldOf = new Map(
      Object.entries(def.prefill ?? {}).flatMap(([field, op]) =>
        typeof op === 'object' && op !== null && 'get' in op ? [[op.get.replace(/^data\./, ''), field] as const] : [],
      ),
    );
    return refused.reasons.map((reason) => {
      if (reason.path === undefined || reason.path === 'state')
        return { label: { zh: '当前环节', en: 'step' }, now: stageText(definition, call.opened?.subject.state.stage) };
      const schema = schemaAt(definition.data, reason.path.split('.'));
      const field = fieldOf.get(reason.path);
      return {
        label: { zh: String(schema?.title ?? reason.path), en: String(schema?.en ?? reason.path) },
        now: shownValue(reason.found === undefined ? undefined : inClear(reason.found, personal), schema, call),
        ...(field === undefined ? {} : { yours: shownValue(state.payload[field], schema, call) }),
      };
    });
  },
};
