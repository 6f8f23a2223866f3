/** Evidence files behind a port: addressed by SHA-256 within a district, limited in size and kind. */
import { createHash } from 'node:crypto';
import type { Clock, Text } from '@fengqiao/core';
import type { Database } from './database-port.ts';

export interface StoredFile {
  sha256: string;
  /** Bytes. */
  size: number;
  type: string;
}
export interface Files {
  /** @throws FileRefused when it is too large, empty or of a kind that is not taken */
  put(district: string, bytes: Buffer, name: string, by: string): Promise<StoredFile>;
  get(district: string, sha256: string): Promise<(StoredFile & { bytes: Buffer }) | undefined>;
}
export class FileRefused extends Error {
  readonly code: 'FILE_TOO_LARGE' | 'FILE_EMPTY' | 'FILE_TYPE';
  readonly text: Text;
  constructor(code: FileRefused['code'], text: Text) {
    super(code);
    this.code = code;
    this.text = text;
  }
}

/** Largest file in bytes. */
export const FILE_MAX = 20 * 1024 * 1024;

/** Kinds by their first bytes: what the sender calls it is not believed. */
const KINDS: readonly { type: string; ends: readonly string[]; begins: (head: Buffer) => boolean }[] = [
  { type: 'application/pdf', ends: ['pdf'], begins: (head) => head.subarray(0, 5).toString('latin1') === '%PDF-' },
  {
    type: 'image/jpeg',
    ends: ['jpg', 'jpeg'],
    begins: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,
  },
  { type: 'image/png', ends: ['png'], begins: (head) => head.subarray(0, 8).toString('hex') === '89504e470d0a1a0a' },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ends: ['docx'], begins: zip },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ends: ['xlsx'], begins: zip },
  {
    type: 'audio/mpeg',
    ends: ['mp3'],
    begins: (head) =>
      head.subarray(0, 3).toString('latin1') === 'ID3' || (head[0] === 0xff && (head[1]! & 0xe0) === 0xe0),
  },
  { type: 'video/mp4', ends: ['mp4', 'm4a'], begins: (head) => head.subarray(4, 8).toString('latin1') === 'ftyp' },
];
function zip(head: Buffer): boolean {
  return head.subarray(0, 4).toString('hex') === '504b0304';
}
export const FILE_ENDS: readonly string[] = KINDS.flatMap((kind) => kind.ends);

/** The kind of a file, or undefined when it is none of those taken. Its ending must agree with its first bytes. */
export function kindOf(bytes: Buffer, name: string): string | undefined {
  const end = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.find((kind) => kind.ends.includes(end) && kind.begins(bytes))?.type;
}

export const tooLarge = (): FileRefused =>
  new FileRefused('FILE_TOO_LARGE', {
    zh: `文件超过 ${FILE_MAX / 1024 / 1024} MB，请压缩或拆分后上传`,
    en: `the file is larger than ${FILE_MAX / 1024 / 1024} MB; make it smaller or split it`,
  });

export function createFiles(database: Database, clock: Clock): Files {
  return {
    async put(district, bytes, name, by) {
      if (bytes.length > FILE_MAX) throw tooLarge();
      if (!bytes.length) throw new FileRefused('FILE_EMPTY', { zh: '文件是空的', en: 'the file is empty' });
      const type = kindOf(bytes, name);
      if (!type)
        throw new FileRefused('FILE_TYPE', {
          zh: `不支持这种文件，可以上传：${FILE_ENDS.join('、')}`,
          en: `this kind of file is not taken; these are: ${FILE_ENDS.join(', ')}`,
        });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await database.query(
        `insert into file (district, sha256, size, type, bytes, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (district, sha256) do nothing`,
        [district, sha256, bytes.length, type, bytes, by, clock.now()],
      );
      return { sha256, size: bytes.length, type };
    },
    async get(district, sha256) {
      const found = await database.query<{ size: number; type: string; bytes: Buffer }>(
        'select size, type, bytes from file where district = $1 and sha256 = $2',
        [district, sha256],
      );
      const row = found.rows[0];
      return row && { sha256, size: Number(row.size), type: row.type, bytes: row.bytes };
    },
  };
}
