/** Sealing of what must not lie in clear in a table of the host: AES-256-GCM, bound to the place it belongs to. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  close(text: string, place: string): Buffer;
  /** Undefined when it was sealed for another place, with another key, or was altered. */
  open(sealed: Buffer, place: string): string | undefined;
}

/** @param key 32 bytes; a key of its own is derived for each use */
export function createSeal(key: Buffer, use: string): Seal {
  const own = Buffer.from(hkdfSync('sha256', key, '', `fengqiao ${use}`, 32));
  return {
    close(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', own, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', own, sealed.subarray(0, 12)).setAAD(Buffer.from(place));
        decipher.setAuthTag(sealed.subarray(12, 28));
        return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
