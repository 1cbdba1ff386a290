import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { KeptCorpus } from './corpus/kept-corpus.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** As an extension page has it, with the two headers that give fine timers. */
const HEADERS = {
  'Content-Security-Policy': "script-src 'self' 'wasm-unsafe-eval'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
};

/** Serves the page and the corpus on this machine. */
export interface BenchServer {
  /** Every engine has an origin of its own, and so storage of its own. */
  address(origin: number): string;
  stop(): Promise<void>;
}

/** `origins` servers on ports of their own. */
export async function startBenchServer(folder: string, origins: number, corpus: KeptCorpus): Promise<BenchServer> {
  const servers = await Promise.all(Array.from({ length: origins }, () => listen(folder, corpus)));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  return {
    address: (origin) => `http://127.0.0.1:${ports[origin]}`,
    async stop() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function listen(folder: string, corpus: KeptCorpus): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname !== '/corpus') {
      sendFile(response, join(folder, normalize(pathname === '/' ? '/index.html' : pathname)));
      return;
    }
    const articles = corpus.json(Number(searchParams.get('from')), Number(searchParams.get('to')));
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'application/json' }).end(articles);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) response.writeHead(404, HEADERS).end();
  else response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(bytes);
}
