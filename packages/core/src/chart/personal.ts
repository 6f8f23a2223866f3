/** Marks of personal values: what entries and snapshots hold in their place (design §10). */
export interface PersonalRef {
  ref: string;
  commit: string;
}
export const isPersonalRef = (value: unknown): value is PersonalRef =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as PersonalRef).ref === 'string' &&
  typeof (value as PersonalRef).commit === 'string';
