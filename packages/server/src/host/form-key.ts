/** The key of a draft: the address of its form with `~` for `/`. It holds ids and names of events, nothing that was typed. */
const FORM = /^\/([a-z][a-z-]*)\/(new|[0-9a-f-]{36})\/(do\/|sit\/)?([A-Za-z0-9_.-]{1,80})$/;

/** @returns undefined when the address is not that of a form */
export function formKeyOf(address: string): string | undefined {
  const path = address.split('?')[0] ?? '';
  return FORM.test(path) || /^\/[a-z][a-z-]*\/new\/sit\/[A-Za-z0-9_.-]{1,80}$/.test(path)
    ? path.slice(1).replaceAll('/', '~')
    : undefined;
}
export const addressOfKey = (key: string): string => `/${key.replaceAll('~', '/')}`;
/** Whether a key names a form, as the page of drafts is asked for it. */
export const isFormKey = (key: string): boolean => formKeyOf(addressOfKey(key)) === key;
