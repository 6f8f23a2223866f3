/** Names inside a chart. */

/** The point of a state of the body: its top-level state. */
export const pointOf = (state: string): string => {
  const dot = state.indexOf('.');
  return dot < 0 ? state : state.slice(0, dot);
};

/** The list of the subject that an each-region stands on, as keys under `data`. */
export const listKeys = (list: string): string[] => (list.startsWith('data.') ? list.slice(5) : list).split('.');

/** Ids of what blocks a base event. */
export const blockRule = (region: string): string => `BLOCKED_BY:${region}`;
export const isBlock = (rule: string): boolean => rule.startsWith('BLOCKED_BY:');
