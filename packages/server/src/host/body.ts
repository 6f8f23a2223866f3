/** Bodies of requests: forms (urlencoded and multipart) by busboy, JSON; each with limits, nothing nested by name. */
import busboy from 'busboy';
import type { Request } from 'express';
import type { Fields } from './drafts.ts';
import { FILE_MAX } from './files.ts';

export interface Upload {
  /** Name of the field. */
  field: string;
  name: string;
  bytes: Buffer;
  tooLarge: boolean;
}
export interface Form {
  fields: Fields;
  uploads: readonly Upload[];
}
export class BodyRefused extends Error {
  readonly status: 400 | 413 | 415;
  constructor(status: 400 | 413 | 415) {
    super(`body refused ${status}`);
    this.status = status;
  }
}

const LIMITS = { fieldNameSize: 200, fieldSize: 256 * 1024, fields: 4000, files: 50, parts: 4050, headerPairs: 50 };
/** All files of one form together, bytes. */
const FORM_MAX = 3 * FILE_MAX;
/** JSON of one request, bytes. */
export const JSON_MAX = 1024 * 1024;

/** @param keepFiles false for a sender who is not signed in: fields are read, files are let go */
export function readForm(req: Request, keepFiles: boolean): Promise<Form> {
  return new Promise((resolve, reject) => {
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: req.headers, limits: { ...LIMITS, fileSize: FILE_MAX }, defParamCharset: 'utf8' });
    } catch {
      req.resume();
      reject(new BodyRefused(415));
      return;
    }
    const fields: [string, string][] = [];
    const uploads: Upload[] = [];
    let total = 0;
    let failed: Error | undefined;
    const fail = (status: 400 | 413) => {
      failed ??= new BodyRefused(status);
    };
    parser.on('field', (name, value, info) => {
      if (info.nameTruncated || info.valueTruncated) fail(413);
      fields.push([name, value]);
    });
    parser.on('file', (field, stream, info) => {
      const parts: Buffer[] = [];
      let tooLarge = false;
      stream.on('limit', () => {
        tooLarge = true;
        parts.length = 0;
      });
      stream.on('data', (part: Buffer) => {
        total += part.length;
        if (total > FORM_MAX) fail(413);
        if (keepFiles && !tooLarge && !failed) parts.push(part);
      });
      stream.on('end', () => {
        const bytes = Buffer.concat(parts);
        if (keepFiles && info.filename && (bytes.length || tooLarge))
          uploads.push({ field, name: info.filename, bytes, tooLarge });
      });
    });
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(limit, () => fail(413));
    parser.on('error', () => {
      req.unpipe(parser);
      req.resume();
      reject(new BodyRefused(400));
    });
    parser.on('close', () => (failed ? reject(failed) : resolve({ fields, uploads })));
    req.pipe(parser);
  });
}

export async function readBytes(req: Request, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new BodyRefused(413);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** @throws BodyRefused for another content type, a body that is too long, or one that is no JSON */
export async function readJson(req: Request): Promise<unknown> {
  if (!/^application\/([a-z.+-]+\+)?json\b/i.test(req.headers['content-type'] ?? '')) throw new BodyRefused(415);
  const bytes = await readBytes(req, JSON_MAX);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BodyRefused(400);
  }
}

export const fieldOf = (form: Form, name: string): string | undefined => form.fields.find(([own]) => own === name)?.[1];
