import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether the body ended as HTTP says it must. */
  readonly complete: boolean;
}

/** How long and how much to wait for; the reply is what arrived until then. */
export interface Patience {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly giveUpAfterMs?: number;
  readonly giveUpAfterBytes?: number;
}

/** Asks a demo site for a path under the real host name. Rejects when the connection ends before any answer. */
export function ask(site: { readonly port: number }, path: string, patience: Patience = {}): Promise<Reply> {
  const { method = 'GET', host = 'wpnews.pro', headers = {}, giveUpAfterMs = 5000, giveUpAfterBytes = 1e9 } = patience;
  const { promise, resolve, reject } = withResolvers<Reply>();
  const outgoing = request(
    {
      host: '127.0.0.1',
      port: site.port,
      servername: host,
      rejectUnauthorized: false,
      agent: false,
      method,
      path,
      headers: { host, ...headers },
    },
    (incoming) => {
      giveUp = () => incoming.destroy();
      const parts: Buffer[] = [];
      let received = 0;
      incoming.on('data', (part: Buffer) => {
        parts.push(part);
        received += part.length;
        if (received >= giveUpAfterBytes) incoming.destroy();
      });
      incoming.on('error', () => {});
      incoming.once('close', () => {
        const { statusCode: status = 0, headers, complete } = incoming;
        resolve({ status, headers, body: Buffer.concat(parts), complete });
      });
    },
  );
  let giveUp = (): unknown => outgoing.destroy(new Error('No answer in time'));
  const timer = setTimeout(() => giveUp(), giveUpAfterMs);
  outgoing.once('error', reject);
  outgoing.once('close', () => clearTimeout(timer));
  outgoing.end();
  return promise;
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((give, refuse) => {
    resolve = give;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
