/** Reactions that this host has set off and not yet seen done: an answer may wait a moment for them. */

export interface Tracker {
  expect(district: string, subject: string, keys: readonly string[]): void;
  settled(district: string, subject: string, key: string): void;
  /** Resolves when nothing of the subject is open, at the latest after `patience` milliseconds. */
  wait(district: string, subject: string, patience: number): Promise<void>;
}

export function createTracker(): Tracker {
  const open = new Map<string, Set<string>>();
  const waiting = new Map<string, (() => void)[]>();
  const idOf = (district: string, subject: string) => `${district}\n${subject}`;
  return {
    expect(district, subject, keys) {
      if (!keys.length) return;
      const id = idOf(district, subject);
      open.set(id, new Set([...(open.get(id) ?? []), ...keys]));
    },
    settled(district, subject, key) {
      const id = idOf(district, subject);
      const keys = open.get(id);
      if (!keys?.delete(key) || keys.size) return;
      open.delete(id);
      for (const done of waiting.get(id) ?? []) done();
      waiting.delete(id);
    },
    async wait(district, subject, patience) {
      const id = idOf(district, subject);
      if (!open.has(id)) return;
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        new Promise<void>((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), resolve])),
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, patience);
        }),
      ]);
      clearTimeout(timer);
      // Whoever did not come in time may be done by another host: it is not waited for again.
      open.delete(id);
    },
  };
}
