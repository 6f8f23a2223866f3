/**
 * Props of every page. The host fills them from definitions, subjects and projections; the views turn them into HTML.
 * Nothing here names an event, a state or a field: texts come as `Shown`, addresses as strings.
 */
export * from './forms/model.ts';
export * from './model/chrome.ts';
export * from './model/desk.ts';
export * from './model/form.ts';
export * from './model/lists.ts';
export * from './model/simple.ts';
export * from './model/subject.ts';
export type { Lang, Shown } from './text.ts';
