/**
 * Words that the dispute chart uses for a field or a state and that are also words of every workflow host:
 * of the envelope, of accounts, of HTTP and forms. Each says whose word it is. The test refuses one that the code does not need.
 */
export const GENERIC: Record<string, string> = {};
/** The same for core: words of the language of definitions itself. */
export const CORE_GENERIC: Record<string, string> = {};
