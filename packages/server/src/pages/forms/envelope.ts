/** What every act is asked beside its form: the day it happened, on whose behalf it is entered, and the paper that proves it. */
import type { Schema, Text } from '@fengqiao/core';
import { file, schemaOf } from '@fengqiao/core';
import { z } from 'zod';

/** Path before the names of these fields; no form may have a field of this name. */
export const ENVELOPE = 'envelope';

/**
 * Schema of the fields `on` (civil day), `behalf` (ids of parties) and `evidence` (file), as far as they are asked.
 * @param asked `on`: label of the day; `behalf`: whether the actor may enter the act of others (`must`: only so)
 */
export function envelopeSchema(asked: { on?: Text; behalf?: 'may' | 'must' }): Schema {
  const paper = file('签字的纸件或者记录', 'signed paper or record');
  const schema = schemaOf(
    z.object({
      ...(asked.on ? { on: z.iso.date().meta({ title: asked.on.zh, en: asked.on.en }).optional() } : {}),
      ...(asked.behalf
        ? {
            behalf: z
              .array(z.string().min(1).max(80).meta({ ref: 'party', title: '当事人', en: 'party' }))
              .min(asked.behalf === 'must' ? 1 : 0)
              .max(100)
              .meta({
                title: '代为录入谁的办理',
                en: 'entered on behalf of',
                help: {
                  zh: '代当事人录入时，须附其签字的纸件或者记录',
                  en: 'attach the signed paper or record of the party',
                },
              }),
            evidence: asked.behalf === 'must' ? paper : paper.optional(),
          }
        : {}),
    }),
  );
  return schema;
}
