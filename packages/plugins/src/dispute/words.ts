/** The words of the dispute chart: rows, rules and members are written with them. */
import { vocabulary } from '@fengqiao/core';
import { asks } from './asks.ts';
import { data } from './data.ts';
import { forms } from './forms/index.ts';
import { type Role, roles } from './roles.ts';
import { stages } from './states.ts';

export const v = vocabulary({ data, forms, roles: Object.keys(roles) as Role[], states: stages, asks });
