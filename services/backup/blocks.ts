/**
 * The hash of a file, block by block: the browser hashes only what lies in memory whole, and a library's archive must
 * not. Reading a file back and comparing its blocks shows that the disk holds, bit by bit, what was written.
 */

const BLOCK_BYTES = 4 * 1024 * 1024;

/** What a stream of bytes came to. */
export interface StoredBytes {
  readonly bytes: number;
  /** SHA-256 of each 4 MiB in turn (the last block is what is left), lower-case hex. */
  readonly blocks: readonly string[];
}

/** A stage of a stream that passes everything on as it came, and `result`, once all has passed. */
export function recordBlocks(blockBytes: number = BLOCK_BYTES): {
  readonly stage: TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;
  readonly result: () => StoredBytes;
} {
  const block = new Uint8Array(blockBytes);
  const blocks: string[] = [];
  let filled = 0;
  let bytes = 0;
  const closeBlock = async (): Promise<void> => {
    if (filled === 0) return;
    blocks.push(await hexDigest(block.slice(0, filled)));
    filled = 0;
  };
  const stage = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    async transform(chunk, controller) {
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + blockBytes - filled);
        block.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === blockBytes) await closeBlock();
      }
      bytes += chunk.length;
      controller.enqueue(chunk);
    },
    flush: closeBlock,
  });
  return { stage, result: () => ({ bytes, blocks }) };
}

/** Whether `file` holds exactly these bytes. Rejects with what reading it threw, or with the reason `signal` was aborted for. */
export async function holdsBytes(
  file: Blob,
  { bytes, blocks }: StoredBytes,
  signal?: AbortSignal,
  blockBytes: number = BLOCK_BYTES,
): Promise<boolean> {
  if (file.size !== bytes) return false;
  for (const [index, hash] of blocks.entries()) {
    signal?.throwIfAborted();
    const block = await file.slice(index * blockBytes, (index + 1) * blockBytes).arrayBuffer();
    if ((await hexDigest(block)) !== hash) return false;
  }
  return true;
}

async function hexDigest(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
