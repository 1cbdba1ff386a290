import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  anyType,
  barrel,
  defaultExport,
  namelessDrawer,
  outOfReach,
  type Rule,
  silencedCompiler,
  skippedTests,
  testInEntrypoints,
  textAsCode,
  tooLong,
} from './code-rules.ts';
import {
  forbiddenImports,
  importsOfPackages,
  importsWithoutExtension,
  isProduct,
  PRODUCT_ROOMS,
  ROOMS,
} from './rooms.ts';
import { readSources, type SourceFile, sourceFolders } from './source-file.ts';

/** The rules of the house, held against every file of the project. Each is tested on bad examples of its own beside this file. */
const SOURCES = readSources();

/** Bad examples live here, as text: a file about forbidden words cannot avoid them. */
const isAboutRules = ({ path }: SourceFile) => path.startsWith('test/rules/');

function offences(rule: Rule, isMeant: (file: SourceFile) => boolean = () => true): string[] {
  return SOURCES.filter(isMeant).flatMap(rule);
}

describe('the rooms', () => {
  it('are all in the table of imports', () => {
    expect(sourceFolders().filter((folder) => !(folder in ROOMS))).toEqual([]);
  });

  it('are all explained in ARCHITECTURE.md', () => {
    const explained = readFileSync('ARCHITECTURE.md', 'utf8');
    expect(PRODUCT_ROOMS.filter((room) => !explained.includes(`\`${room}/\``))).toEqual([]);
  });

  it('hold files to judge', () => {
    expect(SOURCES.filter(isProduct).length).toBeGreaterThan(50);
  });

  it('import only what their doors allow', () => {
    expect(offences(forbiddenImports)).toEqual([]);
  });

  it('touch only what is in their reach', () => {
    expect(offences(outOfReach)).toEqual([]);
  });

  it('name the file they import in full', () => {
    expect(offences(importsWithoutExtension)).toEqual([]);
  });

  it('have no drawers named for no subject', () => {
    expect(offences(namelessDrawer)).toEqual([]);
  });

  it('have no file over 350 lines', () => {
    expect(offences(tooLong)).toEqual([]);
  });

  it('have no module that only re-exports', () => {
    expect(offences(barrel)).toEqual([]);
  });

  it('export by name, but for what the tools want as default', () => {
    expect(offences(defaultExport)).toEqual([]);
  });
});

describe('the code', () => {
  it('never takes text as HTML or as code', () => {
    expect(offences(textAsCode, isProduct)).toEqual([]);
  });

  it('never says any', () => {
    expect(offences(anyType)).toEqual([]);
  });

  it('never silences the compiler', () => {
    expect(offences(silencedCompiler, (file) => !isAboutRules(file))).toEqual([]);
  });

  it('lets the set-up scripts run before packages are installed', () => {
    expect(offences(importsOfPackages, ({ path }) => /^scripts\/.*\.mjs$/.test(path))).toEqual([]);
  });
});

describe('the tests', () => {
  it('all run', () => {
    expect(offences(skippedTests)).toEqual([]);
  });

  it('never lie where they would be built into the extension', () => {
    expect(offences(testInEntrypoints)).toEqual([]);
  });
});
