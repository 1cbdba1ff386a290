import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsBytes, recordBlocks } from '../../../services/backup/blocks.ts';

const BLOCK = 8;

async function recorded(chunks: readonly Uint8Array[]) {
  const { stage, result } = recordBlocks(BLOCK);
  const passed = new Blob([
    await new Response(
      new Blob(chunks.map((chunk) => new Uint8Array(chunk))).stream().pipeThrough(stage),
    ).arrayBuffer(),
  ]);
  return { passed, stored: result() };
}

const bytes = fc.uint8Array({ maxLength: 40 });

it('passes everything on, and knows the hash of each block', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { maxLength: 4 }), async (chunks) => {
      const whole = Buffer.concat(chunks);
      const { passed, stored } = await recorded(chunks);
      expect(Buffer.from(await passed.arrayBuffer())).toEqual(whole);
      const blocks = Array.from({ length: Math.ceil(whole.length / BLOCK) }, (_, index) =>
        createHash('sha256')
          .update(whole.subarray(index * BLOCK, (index + 1) * BLOCK))
          .digest('hex'),
      );
      expect(stored).toEqual({ bytes: whole.length, blocks });
      expect(await holdsBytes(passed, stored, undefined, BLOCK)).toBe(true);
    }),
  );
});

it('knows a file that is longer, shorter or other by one bit', async () => {
  const some = fc.uint8Array({ minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(some, fc.nat(), async (whole, place) => {
      const { stored } = await recorded([whole]);
      const holds = (one: Uint8Array) => holdsBytes(new Blob([new Uint8Array(one)]), stored, undefined, BLOCK);
      expect(await holds(Uint8Array.of(...whole, 0))).toBe(false);
      expect(await holds(whole.subarray(1))).toBe(false);
      expect(await holds(whole.map((byte, at) => (at === place % whole.length ? byte ^ 4 : byte)))).toBe(false);
    }),
  );
});
