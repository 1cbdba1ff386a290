import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Fault } from './fault.ts';
import type { Answer } from './response.ts';

/** Faults that lie in how an answer is sent: silence, drips, cuts, floods. */

const CHUNK = Buffer.alloc(65_536, 'word ');

function startHeaders(response: ServerResponse, { contentType, status }: Answer, more = {}): void {
  response.writeHead(status, { 'content-type': contentType, ...more });
  response.flushHeaders();
}

function drip(response: ServerResponse, body: Buffer, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + 1));
    sent += 1;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}

function cut(response: ServerResponse, answer: Answer, { framing, keep = 0.5 }: Extract<Fault, { kind: 'cut' }>): void {
  const part = answer.body.subarray(0, Math.floor(answer.body.length * keep));
  if (framing === 'close') {
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
    startHeaders(response, answer, { connection: 'close' });
    response.end(part);
    return;
  }
  startHeaders(response, answer, framing === 'length' ? { 'content-length': answer.body.length } : {});
  response.write(part, () => response.destroy());
}

function* chunks(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= CHUNK.length) yield CHUNK;
}

function flood(response: ServerResponse, answer: Answer, bytes: number, gzip: boolean): void {
  startHeaders(response, answer, gzip ? { 'content-encoding': 'gzip' } : {});
  const source = Readable.from(chunks(bytes));
  const sent = gzip ? source.pipe(createGzip()) : source;
  sent.pipe(response);
  response.once('close', () => {
    source.destroy();
    sent.destroy();
  });
}

/** Sends `answer` with a transport fault. */
export function sendFaulty(fault: Fault, response: ServerResponse, answer: Answer): void {
  switch (fault.kind) {
    case 'reset':
      response.destroy();
      return;
    case 'no-answer':
      return;
    case 'silence-after-headers':
      startHeaders(response, answer, { 'content-length': answer.body.length });
      return;
    case 'drip':
      startHeaders(response, answer);
      drip(response, answer.body, fault.everyMs ?? 100);
      return;
    case 'cut':
      cut(response, answer, fault);
      return;
    case 'endless':
      flood(response, answer, Number.POSITIVE_INFINITY, false);
      return;
    case 'gzip-bomb':
      flood(response, answer, fault.bytes ?? 100_000_000, true);
      return;
    default:
      throw new Error(`No transport fault: ${fault.kind}`);
  }
}
