/** The district file: what a district is, as data (design §7). Kinds of units and rosters are words of administration, not of a chart. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/, 'small letters, digits, dots and hyphens');
const day = z.iso.date();
const text = { zh: z.string().min(1).max(200), en: z.string().min(1).max(200) };

export const unitSchema = z.strictObject({
  id,
  ...text,
  /** How the unit is called in numbers of papers. */
  short: z.strictObject(text).optional(),
  kind: z.enum([
    'district',
    'street',
    'community',
    'grid',
    'committee',
    'centre',
    'department',
    'police',
    'bureau',
    'court',
    'tribunal',
    'council',
    'archive',
  ]),
  parent: id.optional(),
  /** Units whose subjects its posts see beside its own. */
  serves: z.array(id).optional(),
  grids: z.array(z.string().min(1).max(30)).optional(),
  /** Parts of addresses in its area. */
  places: z.array(z.string().min(2).max(60)).optional(),
  court: z
    .strictObject({
      level: z.enum(['basic', 'intermediate']),
      invites: z.boolean().optional(),
      types: z.array(z.string()).optional(),
      /** In fen. */
      fromAmount: z.int().min(0).optional(),
    })
    .optional(),
});

export const districtSchema = z.strictObject({
  id,
  ...text,
  zone: z.string().min(1),
  calendar: z
    .strictObject({ extraRestDays: z.array(day).optional(), extraWorkdays: z.array(day).optional() })
    .optional(),
  charts: z
    .array(
      z.strictObject({
        kind: z.string().min(1),
        /** First word of its addresses. */
        path: z.string().regex(/^[a-z][a-z-]{1,30}$/),
        plugins: z.array(z.string()),
        preset: z.strictObject({ id, params: z.record(z.string(), z.json()) }),
      }),
    )
    .min(1),
  units: z.array(unitSchema).min(1),
  people: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1).max(50),
        /** Login of the demo account. */
        login: z
          .string()
          .regex(/^[a-z0-9.-]{2,40}$/)
          .optional(),
      }),
    )
    .min(1),
  posts: z.array(
    z.strictObject({ id, unit: id, role: z.string().min(1), person: id, from: day.optional(), to: day.optional() }),
  ),
  /** Who stands on the roster that a unit keeps, with the date of birth, which the law asks of them. */
  rosters: z.array(z.strictObject({ person: id, unit: id, born: day, from: day.optional(), to: day.optional() })),
  /** Duty list: what a unit is competent for; absent lists mean everything. */
  duties: z.array(
    z.strictObject({ unit: id, procedures: z.array(z.string()).optional(), types: z.array(z.string()).optional() }),
  ),
});
export type DistrictFile = z.output<typeof districtSchema>;
export type UnitFile = z.output<typeof unitSchema>;
