import { describe, expect, it } from 'vitest';
import { decodeUtf8, readBody } from '../../services/response-body.ts';

const ignore = (): void => {};

/** A response that arrives in the given pieces. */
function arriving(pieces: readonly string[], headers: Record<string, string> = {}): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = (pieces as string[]).shift();
      if (next === undefined) controller.close();
      else controller.enqueue(encoder.encode(next));
    },
  });
  return new Response(stream, { headers });
}

describe('reading a body', () => {
  it('puts the pieces together and says for each that it was heard', async () => {
    let heard = 0;
    const read = await readBody(arriving(['ab', 'c', 'def']), 100, () => {
      heard += 1;
    });
    expect(read.ok && new TextDecoder().decode(read.value.bytes)).toBe('abcdef');
    expect(heard).toBe(3);
  });

  it('refuses what is announced as too large without reading it', async () => {
    const read = await readBody(arriving(['a'], { 'content-length': '101' }), 100, ignore);
    expect(read).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
  });

  it('ends an endless body at the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(60));
      },
    });
    const read = await readBody(new Response(endless), 100, ignore);
    expect(read).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
    expect(sent).toBeLessThan(10);
  });

  it('takes exactly the limit', async () => {
    expect((await readBody(arriving(['x'.repeat(100)]), 100, ignore)).ok).toBe(true);
  });

  it('finds a body shorter than announced', async () => {
    const read = await readBody(arriving(['abc'], { 'content-length': '4' }), 100, ignore);
    expect(read).toMatchObject({ ok: false, problem: { kind: 'truncated' } });
  });

  it('says whether the length was checked: not for a compressed body, whose announced length is another', async () => {
    const checked = await readBody(arriving(['abc'], { 'content-length': '3' }), 100, ignore);
    expect(checked.ok && checked.value.lengthChecked).toBe(true);
    const packed = await readBody(
      arriving(['abc'], { 'content-length': '2', 'content-encoding': 'gzip' }),
      100,
      ignore,
    );
    expect(packed.ok && packed.value.lengthChecked).toBe(false);
  });
});

describe('decoding', () => {
  it('drops a byte order mark', () => {
    expect(decodeUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toEqual({ ok: true, value: 'a' });
  });

  it.each([
    ['a lone continuation byte', [0x61, 0x80]],
    ['a cut sequence', [0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
  ])('refuses %s instead of inventing a replacement character', (_, bytes) => {
    expect(decodeUtf8(new Uint8Array(bytes))).toMatchObject({ ok: false, problem: { kind: 'not-utf8' } });
  });
});
