/** A socket between a client and PostgreSQL that can break the connection at chosen moments. */

import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface CutProxy {
  /** Folder for pg's `host`. */
  host: string;
  /**
   * Breaks the next connection whose client says `mark`: `before` the server gets it, or `after` the server has
   * answered it and before the client hears of it.
   */
  cut(when: 'before' | 'after', mark: string): void;
  /** Connections that were broken. */
  cuts(): number;
  close(): Promise<void>;
}

export async function cutProxy(server: string): Promise<CutProxy> {
  const host = path.join(os.tmpdir(), `fq-${randomUUID().slice(0, 8)}`);
  mkdirSync(host, { mode: 0o700 });
  let plan: { when: 'before' | 'after'; mark: string } | undefined;
  let cuts = 0;
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = createConnection(path.join(server, '.s.PGSQL.5432'));
    let armed = false;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    const cut = () => {
      cuts += 1;
      end();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end).on('close', () => {
        open.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => {
      if (plan && bytes.includes(plan.mark)) {
        const { when } = plan;
        plan = undefined;
        if (when === 'before') return cut();
        armed = true;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      // an answer comes when the statement has ended: it is committed, and nobody hears of it
      if (armed) return cut();
      client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(path.join(host, '.s.PGSQL.5432'), resolve));
  return {
    host,
    cut: (when, mark) => {
      plan = { when, mark };
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
      rmSync(host, { recursive: true, force: true });
    },
  };
}
