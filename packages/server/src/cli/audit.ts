/** `audit verify`: walks every chain of history and names the first place of each that does not hold. */
import { hashOf } from '@fengqiao/core';
import type pg from 'pg';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import { withDatabase } from './with-database.ts';

export interface AuditFault {
  district: string;
  subject: string;
  seq: number;
  fault: 'altered' | 'missing' | 'broken' | 'truncated' | 'copy-differs';
}
export interface AuditResult {
  subjects: number;
  entries: number;
  faults: AuditFault[];
}

interface Head {
  district: string;
  id: string;
  seq: number;
  head: string;
}
interface Kept {
  seq: number;
  prev: string;
  hash: string;
  bytes: string;
  entry: { hash?: string; prev?: string; seq?: number; alg: 'sha256' };
}
const PAGE = 500;

/** Checks all chains of the database, subject by subject, in pages. */
export async function auditChains(pool: pg.Pool): Promise<AuditResult> {
  const result: AuditResult = { subjects: 0, entries: 0, faults: [] };
  let after: [string, string] = ['', ''];
  for (;;) {
    const { rows } = await pool.query<Head>(
      'select district, id, seq, head from subject where (district, id) > ($1, $2) order by district, id limit $3',
      [...after, PAGE],
    );
    for (const head of rows) {
      const fault = await auditChain(pool, head, result);
      if (fault) result.faults.push(fault);
    }
    result.subjects += rows.length;
    const last = rows.at(-1);
    if (!last) break;
    after = [last.district, last.id];
  }
  const orphans = await pool.query<{ district: string; subject: string }>(
    `select distinct e.district, e.subject from entry e left join subject s on s.district = e.district and s.id = e.subject where s.id is null`,
  );
  for (const { district, subject } of orphans.rows) result.faults.push({ district, subject, seq: 0, fault: 'missing' });
  return result;
}

async function auditChain(
  pool: pg.Pool,
  { district, id, seq, head }: Head,
  result: AuditResult,
): Promise<AuditFault | undefined> {
  let [at, prev] = [0, ''];
  for (;;) {
    const { rows } = await pool.query<Kept>(
      'select seq, prev, hash, bytes, entry from entry where district = $1 and subject = $2 and seq > $3 order by seq limit $4',
      [district, id, at, PAGE],
    );
    for (const row of rows) {
      const fault = (kind: AuditFault['fault']): AuditFault => ({ district, subject: id, seq: at + 1, fault: kind });
      if (row.seq !== at + 1) return fault('missing');
      if (row.prev !== prev) return fault('broken');
      if (hashOf('sha256', prev, row.bytes) !== row.hash) return fault('altered');
      if (row.entry.seq !== row.seq || row.entry.hash !== row.hash) return fault('copy-differs');
      at = row.seq;
      prev = row.hash;
      result.entries += 1;
    }
    if (rows.length < PAGE) break;
  }
  return at !== seq || prev !== head ? { district, subject: id, seq: at + 1, fault: 'truncated' } : undefined;
}

const SAID: Record<AuditFault['fault'], string> = {
  altered: '内容被改动 / altered',
  missing: '缺少记录 / missing',
  broken: '与前一条不相连 / does not follow the one before',
  truncated: '尾部被截断或被重算 / truncated or recomputed at the end',
  'copy-differs': '检索副本与原文不符 / the copy for looking up differs',
};

export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify [--json]',
  zh: '核对全部办理记录的哈希链',
  en: 'check the hash chain of every history',
  takes: [0, 0],
  run: ({ options }, io) =>
    withDatabase(io, async ({ engine }) => {
      const result = await auditChains(engine);
      if (options.json) io.out(JSON.stringify(result));
      else {
        for (const { district, subject, seq, fault } of result.faults)
          io.out(`${district} ${subject} ${seq} ${SAID[fault]}`);
        io.err(
          `事项 ${result.subjects}，记录 ${result.entries}，问题 ${result.faults.length} / ${result.subjects} subjects, ${result.entries} entries, ${result.faults.length} faults`,
        );
      }
      return result.faults.length ? EXIT.failed : EXIT.done;
    }),
};
