import { formKeyOf } from '../form-key.ts';
import type { StepCall } from '../routes.ts';
import { formAddress } from './view.ts';

/** The key under which the words of this form are kept for the person. */
export const draftKey = (call: Pick<StepCall, 'path' | 'step' | 'opened'>): string => formKeyOf(formAddress(call))!;
