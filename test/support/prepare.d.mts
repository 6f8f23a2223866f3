/** Path of a Chromium on this machine, if any. */
export function browserPath(): string | undefined;
/** Why there is no browser; undefined when there is one. */
export function prepareBrowser(): string | undefined;
