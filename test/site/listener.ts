import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Certificate } from './certificate.ts';

/**
 * One port that speaks TLS and plain HTTP, told apart by the first byte, so that a request that should never leave is
 * seen whatever its scheme. Every socket is kept, so that going down ends them all at once as a dead machine would.
 */
export interface Listener {
  readonly port: number;
  /** While down, every connection is destroyed on arrival and those open are destroyed now. */
  setDown(down: boolean): void;
  close(): Promise<void>;
}

const TLS_HANDSHAKE = 0x16;

/** Listens on loopback; port 0 takes a free one. `onHandshake` hears the name asked for in every TLS handshake. */
export async function listen(
  port: number,
  certificate: Certificate,
  answer: RequestListener,
  onHandshake: (serverName: string) => void,
): Promise<Listener> {
  const https = createHttpsServer({ ...certificate, requestTimeout: 0, keepAliveTimeout: 60_000 }, answer);
  const http = createHttpServer({ requestTimeout: 0 }, answer);
  https.on('secureConnection', (socket) => onHandshake(String(socket.servername || '')));
  https.on('tlsClientError', (_, socket) => socket.destroy());

  const sockets = new Set<Socket>();
  let isDown = false;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (isDown) {
      socket.resetAndDestroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    setDown(down) {
      isDown = down;
      if (down) dropAll();
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        dropAll();
      });
    },
  };
}
