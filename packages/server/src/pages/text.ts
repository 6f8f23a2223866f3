/** Languages of the pages, and what is shown in them. */
import type { Text } from '@fengqiao/core';

export type Lang = 'zh' | 'en';
/** A text of a definition in both languages, or content that is the same in both: a name, a number, what somebody typed. */
export type Shown = string | Text;

export const say = (shown: Shown, lang: Lang): string => (typeof shown === 'string' ? shown : shown[lang]);

/** The text before the colon: states of one stage share it (`调解：约定`). */
export const before = (text: string): string => text.split(/[：:]/)[0]!.trim();
