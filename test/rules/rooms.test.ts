import { describe, expect, it } from 'vitest';
import { forbiddenImports, importsOfPackages, importsWithoutExtension } from './rooms.ts';
import { parseSource } from './source-file.ts';

describe('forbiddenImports', () => {
  it.each([
    ['core/a.ts', "import { save } from '../storage/save.ts';"],
    ['core/article/a.ts', "import type { Library } from '../../services/library.ts';"],
    ['core/a.ts', "import { openDB } from 'idb';"],
    ['core/a.ts', "import { test } from '../test/x.ts';"],
    ['storage/a.ts', "import { x } from '../services/x.ts';"],
    ['storage/a.ts', "export { x } from '../services/x.ts';"],
    ['storage/a.ts', "export * from '../components/x.ts';"],
    ['services/a.ts', "const { x } = await import('../components/x.ts');"],
    ['services/a.ts', 'const x = await import(address);'],
    ['services/a.ts', "import 'preact';"],
    ['components/a.tsx', "import { save } from '../services/save.ts';"],
    ['components/a.tsx', "import { type Library } from '../services/library.ts';"],
    ['components/a.tsx', "import browser from 'webextension-polyfill';"],
    ['components/a.tsx', "import type { Row } from '../storage/schema.ts';"],
    ['entrypoints/a.ts', "import { english } from '../test/support/translate.ts';"],
  ])('finds in %s: %s', (path, text) => {
    expect(forbiddenImports(parseSource(path, text))).toHaveLength(1);
  });

  it.each([
    ['core/article/a.ts', "import { x } from '../result.ts';"],
    ['storage/a.ts', "import { openDB } from 'idb';\nimport { x } from '../core/x.ts';"],
    ['components/popup/a.tsx', "import type { Library } from '../../services/library.ts';"],
    ['components/a.tsx', "import { useState } from 'preact/hooks';\nimport './a.css';"],
    ['entrypoints/background.ts', "import { x } from '../services/x.ts';\nimport { y } from '../storage/y.ts';"],
  ])('allows in %s: %s', (path, text) => {
    expect(forbiddenImports(parseSource(path, text))).toEqual([]);
  });
});

describe('importsWithoutExtension', () => {
  it('finds a relative import that leaves the file to guessing', () => {
    expect(importsWithoutExtension(parseSource('core/a.ts', "import { x } from './x';"))).toHaveLength(1);
    expect(importsWithoutExtension(parseSource('core/a.ts', "import { x } from './x.ts';"))).toEqual([]);
  });
});

describe('importsOfPackages', () => {
  it.each([
    "import { defineConfig } from 'wxt';",
    "import { x } from './start.ts';",
    "import { x } from '../test/x.mjs';",
  ])('finds %s', (text) => {
    expect(importsOfPackages(parseSource('scripts/a.mjs', text))).toHaveLength(1);
  });

  it("allows Node's own modules and the other set-up scripts", () => {
    const text = "import { spawn } from 'node:child_process';\nimport { setUp } from './setup.mjs';";
    expect(importsOfPackages(parseSource('scripts/a.mjs', text))).toEqual([]);
  });
});
