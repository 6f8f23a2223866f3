/** The few words that generated controls need by themselves. */
import type { Text } from '@fengqiao/core';

export const WORDS = {
  yuan: { zh: '元', en: 'yuan' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unstated: { zh: '不填', en: 'not stated' },
} as const satisfies Record<string, Text>;
