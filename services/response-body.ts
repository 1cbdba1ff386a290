import { joinBytes } from '../core/join-bytes.ts';
import { problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';

export interface ReceivedBody {
  readonly bytes: Uint8Array;
  /** Whether a `Content-Length` of these very bytes was given, and held. */
  readonly lengthChecked: boolean;
}

/**
 * Reads a response's body while counting: more than `limit` bytes is `too-large` and ends the transfer, fewer than
 * announced is `truncated`. `heard` is called for every piece that arrives. Rejects when the connection breaks.
 */
export async function readBody(response: Response, limit: number, heard: () => void): Promise<Result<ReceivedBody>> {
  const announced = announcedLength(response.headers);
  if (announced !== null && announced > limit) {
    await response.body?.cancel();
    return fail(problem('too-large', `${announced} bytes announced`));
  }
  const pieces: Uint8Array[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    heard();
    received += value.byteLength;
    if (received > limit) {
      await reader.cancel();
      return fail(problem('too-large', `more than ${limit} bytes`));
    }
    pieces.push(value);
  }
  if (announced !== null && received < announced) {
    return fail(problem('truncated', `${received} of ${announced} bytes`));
  }
  return succeed({ bytes: joinBytes(pieces, received), lengthChecked: announced === received });
}

/** The length the server announced for the bytes we see: none when it compressed them. */
function announcedLength(headers: Headers): number | null {
  const length = headers.get('content-length');
  const encoding = headers.get('content-encoding') ?? 'identity';
  return length !== null && encoding === 'identity' && /^\d+$/.test(length) ? Number(length) : null;
}

/** The bytes as text: UTF-8 or nothing, a byte order mark dropped, never a replacement character. */
export function decodeUtf8(bytes: Uint8Array): Result<string> {
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return fail(problem('not-utf8'));
  }
}
