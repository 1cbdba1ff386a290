import { describe, expect, it } from 'vitest';
import {
  anyType,
  barrel,
  defaultExport,
  namelessDrawer,
  outOfReach,
  silencedCompiler,
  skippedTests,
  testInEntrypoints,
  textAsCode,
  tooLong,
} from './code-rules.ts';
import { parseSource } from './source-file.ts';

const file = (text: string, path = 'components/reader/Body.tsx') => parseSource(path, text);

describe('textAsCode', () => {
  it.each([
    'element.innerHTML = body;',
    "element['outerHTML'] = body;",
    'element.insertAdjacentHTML("beforeend", body);',
    'const view = <p dangerouslySetInnerHTML={{ __html: body }} />;',
    'const attributes = { dangerouslySetInnerHTML: { __html: body } };',
    'const view = <iframe srcdoc={body} />;',
    'document.write(body);',
    'eval(body);',
    'globalThis.eval(body);',
    'new Function(body)();',
  ])('finds %s', (text) => {
    expect(textAsCode(file(text))).not.toEqual([]);
  });

  it('lets comments speak of it', () => {
    expect(textAsCode(file('// never innerHTML, never eval(x)\nelement.textContent = body;'))).toEqual([]);
  });
});

describe('anyType', () => {
  it.each(['let x: any;', 'const x = y as any;', 'function f(x: Record<string, any>) {}'])('finds %s', (text) => {
    expect(anyType(file(text, 'core/x.ts'))).toEqual(['core/x.ts says any']);
  });

  it('leaves the word alone', () => {
    expect(anyType(file('const any = Array.from("any"); // any', 'core/x.ts'))).toEqual([]);
  });
});

describe('silencedCompiler', () => {
  it.each(['// @ts-ignore\nx();', '/* @ts-nocheck */'])('finds %s', (text) => {
    expect(silencedCompiler(file(text))).toHaveLength(1);
  });
});

describe('skippedTests', () => {
  it.each([
    'it.skip("x", () => {})',
    'describe.only("x", () => {})',
    'test.concurrent.skip("x", () => {})',
    'it.skipIf(slow)("x", () => {})',
    'it.todo("x")',
    'xit("x", () => {})',
  ])('finds %s', (text) => {
    expect(skippedTests(file(text))).toHaveLength(1);
  });

  it('leaves running tests alone', () => {
    expect(skippedTests(file('it.each([1])("%s", () => {}); list.skip(1);'))).toEqual([]);
  });
});

describe('barrel', () => {
  it.each([
    "export * from './a.ts';",
    "export { a } from './a.ts';\nexport type { B } from './b.ts';",
    "import './side.ts';\nexport * from './a.ts';",
  ])('finds %s', (text) => {
    expect(barrel(file(text))).toHaveLength(1);
  });

  it('leaves a module with something of its own alone', () => {
    expect(barrel(file("export { a } from './a.ts';\nexport const b = 1;"))).toEqual([]);
    expect(barrel(file('export const b = 1;'))).toEqual([]);
  });
});

describe('defaultExport', () => {
  it('finds one where nothing asks for it', () => {
    expect(defaultExport(file('export default 1;', 'core/x.ts'))).toHaveLength(1);
  });

  it.each(['entrypoints/background.ts', 'modules/icons.ts', 'wxt.config.ts'])('allows it in %s', (path) => {
    expect(defaultExport(file('export default 1;', path))).toEqual([]);
  });
});

describe('tooLong', () => {
  it('counts the lines, and not the line break at the end', () => {
    expect(tooLong(file('x();\n'.repeat(350)))).toEqual([]);
    expect(tooLong(file('x();\n'.repeat(351)))).toEqual(['components/reader/Body.tsx has 351 lines']);
  });
});

describe('namelessDrawer', () => {
  it.each(['core/utils/dates.ts', 'core/utils.ts', 'services/helpers.ts', 'test/util/x.ts'])('finds %s', (path) => {
    expect(namelessDrawer(file('', path))).toHaveLength(1);
  });

  it('leaves names that only hold the letters alone', () => {
    expect(namelessDrawer(file('', 'core/utility-bills.ts'))).toEqual([]);
  });
});

describe('testInEntrypoints', () => {
  it('finds a test beside an entrypoint', () => {
    expect(testInEntrypoints(file('', 'entrypoints/popup/popup.test.ts'))).toHaveLength(1);
    expect(testInEntrypoints(file('', 'test/e2e/popup.test.ts'))).toEqual([]);
  });
});

describe('outOfReach', () => {
  it.each([
    ['core/x.ts', 'const now = Date.now();', 'Date.now'],
    ['core/x.ts', 'const now = new Date();', 'new Date()'],
    ['core/x.ts', 'const n = Math.random();', 'Math.random'],
    ['core/x.ts', 'await fetch(address);', 'fetch'],
    ['core/x.ts', 'load({ get: fetch });', 'fetch'],
    ['core/x.ts', 'indexedDB.open("x");', 'indexedDB'],
    ['core/x.ts', 'globalThis.indexedDB.open("x");', 'indexedDB'],
    ['components/x.tsx', 'browser.tabs.create({});', 'browser'],
    ['components/x.tsx', 'chrome.runtime.getURL("x");', 'chrome'],
    ['components/x.tsx', 'const load = fetch;', 'fetch'],
    ['storage/x.ts', 'document.title = "x";', 'document'],
    ['detection/x.ts', 'browser.runtime.sendMessage(x);', 'browser'],
  ])('finds in %s: %s', (path, text, name) => {
    expect(outOfReach(file(text, path))).toContain(`${path} touches ${name}`);
  });

  it('lets core work on times it is given', () => {
    expect(outOfReach(file('export const at = (ms: number) => new Date(ms).getTime();', 'core/x.ts'))).toEqual([]);
  });

  it('lets a room use what its caller hands in by that name', () => {
    const text = 'export function load({ fetch }: { fetch: (a: string) => void }) { fetch("x"); }';
    expect(outOfReach(file(text, 'core/x.ts'))).toEqual([]);
  });

  it('lets services fetch and use the extension API', () => {
    expect(outOfReach(file('fetch(x); browser.tabs.query({}); Date.now();', 'services/x.ts'))).toEqual([]);
  });
});
