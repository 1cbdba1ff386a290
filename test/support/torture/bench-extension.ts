import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { type Alteration, alterExtension } from '../attacks/altered-extension.ts';

/** The page's own policy, but for frames of itself. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src https://wpnews.pro; frame-ancestors 'self'";

/** Bundles the bench: the product's own storage, and what lets a test command and interrupt it. */
export async function bundleBench(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'bench/main.ts'),
        formats: ['iife'],
        name: 'torture',
        fileName: 'torture',
      },
    },
  });
  const [first] = [result].flat();
  if (first === undefined || !('output' in first)) throw new Error('The bench could not be built');
  return first.output[0].code;
}

export interface BenchOptions {
  readonly manifest?: Alteration['manifest'] | undefined;
  readonly before?: string | undefined;
}

/** Writes a copy of the built extension with the page `torture.html` in it, and returns its folder. */
export function writeBenchExtension(script: string, { manifest = {}, before = '' }: BenchOptions): string {
  const folder = alterExtension({
    before: { 'background.js': before },
    manifest: { content_security_policy: { extension_pages: POLICY }, ...manifest },
  });
  writeFileSync(join(folder, 'torture.js'), `${before}\n${script}`);
  writeFileSync(
    join(folder, 'torture.html'),
    '<!doctype html><meta charset="utf-8"><title>Torture</title><link rel="icon" href="icons/icon-16.png"><body><script src="torture.js"></script></body>',
  );
  return folder;
}
