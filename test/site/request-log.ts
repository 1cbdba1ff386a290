import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** One request as the site saw it. */
export interface LoggedRequest {
  readonly scheme: 'https' | 'http';
  readonly method: string;
  /** The `Host` header without its port. */
  readonly host: string;
  /** The name asked for in the TLS handshake, or null where there was none. */
  readonly serverName: string | null;
  /** Path and query as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Reads what the log keeps from a request. */
export function logEntry(request: IncomingMessage): LoggedRequest {
  const { socket } = request;
  const name = socket instanceof TLSSocket ? socket.servername : null;
  return {
    scheme: socket instanceof TLSSocket ? 'https' : 'http',
    method: request.method ?? 'GET',
    host: (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase(),
    serverName: typeof name === 'string' ? name : null,
    path: request.url ?? '/',
    headers: request.headers,
    at: Date.now(),
  };
}
