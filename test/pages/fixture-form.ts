/** A form with every kind of field, as a definition stores it. */
import { readFileSync } from 'node:fs';
import type { Schema } from '@fengqiao/core';

export const FORM = JSON.parse(readFileSync(new URL('./fixture-form.json', import.meta.url), 'utf8')) as Schema;
