import type { StepCall } from '../call.ts';
import { formKeyOf } from '../form-key.ts';
import { formAddress } from './view.ts';

/** The key under which the words of this form are kept for the person. */
export const draftKey = (call: Pick<StepCall, 'path' | 'step' | 'opened'>): string => formKeyOf(formAddress(call))!;
