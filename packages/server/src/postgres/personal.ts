/** Personal values at rest: AES-256-GCM under a key of the district, bound to the reference (design §10). */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

export interface Sealed {
  cipher: Buffer;
  keyId: string;
}
/** Key of a district, 32 bytes; always the same for the same district. */
export type KeyFor = (district: string) => Buffer;

export interface Vault {
  seal(district: string, ref: string, value: string): Sealed;
  /** The value, or undefined where it was erased, altered, or sealed under a key that is not ours. */
  open(district: string, ref: string, sealed: { cipher: Buffer | null; keyId: string }): string | undefined;
  /** Key for the hashes of search tokens. */
  searchKey(district: string): Buffer;
}

const NONCE = 12;
const TAG = 16;

export function createVault(keyFor: KeyFor): Vault {
  const kept = new Map<string, { values: Buffer; search: Buffer; id: string }>();
  const keys = (district: string) => {
    const found = kept.get(district);
    if (found) return found;
    const key = keyFor(district);
    if (key.length < 32) throw new RangeError('the key of a district has at least 32 bytes');
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `fengqiao ${use}`, 32));
    const values = derive('personal values');
    const made = {
      values,
      search: derive('search'),
      id: createHash('sha256').update(values).digest('hex').slice(0, 16),
    };
    kept.set(district, made);
    return made;
  };
  const place = (district: string, ref: string) => Buffer.from(`${district}\n${ref}`);
  return {
    seal(district, ref, value) {
      const { values, id } = keys(district);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', values, nonce).setAAD(place(district, ref));
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return { cipher: Buffer.concat([nonce, cipher.getAuthTag(), body]), keyId: id };
    },
    open(district, ref, { cipher, keyId }) {
      const { values, id } = keys(district);
      if (!cipher || keyId !== id) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', values, cipher.subarray(0, NONCE)).setAAD(
          place(district, ref),
        );
        decipher.setAuthTag(cipher.subarray(NONCE, NONCE + TAG));
        return decipher.update(cipher.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
    searchKey: (district) => keys(district).search,
  };
}

/** Reads values by reference through any connection that may see them; unknown and erased ones are absent. */
export async function readPersonal(
  query: (
    text: string,
    values: unknown[],
  ) => Promise<{ rows: { ref: string; cipher: Buffer | null; key_id: string }[] }>,
  vault: Vault,
  district: string,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  if (!refs.length) return values;
  const { rows } = await query('select ref, cipher, key_id from person_value where district = $1 and ref = any($2)', [
    district,
    [...new Set(refs)],
  ]);
  for (const row of rows) {
    const value = vault.open(district, row.ref, { cipher: row.cipher, keyId: row.key_id });
    if (value !== undefined) values.set(row.ref, value);
  }
  return values;
}
