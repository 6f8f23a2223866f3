/** Listening: the port that is asked for, or the next free one when nobody asked for a certain one. */

import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Text } from '@fengqiao/core';

export class PortBusy extends Error {
  readonly text: Text;
  constructor(port: number) {
    super(`port ${port} is busy`);
    this.text = {
      zh: `端口 ${port} 已被占用，请换一个 PORT，或停止占用它的程序`,
      en: `port ${port} is busy: choose another PORT, or stop the program that holds it`,
    };
  }
}

const TRIES = 50;

/** @throws PortBusy when `given` and the port is taken, or when 50 ports in a row are */
export async function listen(
  app: RequestListener,
  wish: { host: string; port: number; given: boolean },
): Promise<Server> {
  for (let port = wish.port; ; port++) {
    const server = createServer(app);
    server.requestTimeout = 60_000;
    server.headersTimeout = 20_000;
    server.keepAliveTimeout = 10_000;
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, wish.host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return server;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (wish.given || port - wish.port >= TRIES || port >= 65_535) throw new PortBusy(port);
    }
  }
}

export function addressOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Stops taking connections, lets running answers end, and cuts what is left after `grace` milliseconds. */
export function drain(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
