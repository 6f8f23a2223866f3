/**
 * Props of every page. The host fills them from definitions, subjects and projections; the views turn them into HTML.
 * Nothing here names an event, a state or a field: texts come as `Shown`, addresses as strings.
 */
export type * from './forms/model.ts';
export type * from './model/chrome.ts';
export type * from './model/desk.ts';
export type * from './model/form.ts';
export type * from './model/lists.ts';
export type * from './model/simple.ts';
export type * from './model/subject.ts';
export type { Lang, Shown } from './text.ts';
