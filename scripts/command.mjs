import { spawn } from 'node:child_process';

/** The programs of our packages, by the JavaScript file that starts each: run by Node itself, alike on every system. */
const TOOLS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
};

/** @typedef {keyof typeof TOOLS} Tool */

/**
 * Runs a tool to its end and answers whether it ended with exit code 0, and all it said. `onOutput` gets the text as it
 * comes.
 *
 * @param {Tool} tool
 * @param {readonly string[]} args
 * @param {(text: string) => void} [onOutput]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runTool(tool, args, onOutput = () => {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [TOOLS[tool], ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        onOutput(text);
      });
    }
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Runs a TypeScript file of ours in a Node of its own, in view of the person, and answers its exit code.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function runTypeScript(file, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'jiti/register', file, ...args], { stdio: 'inherit' });
    // Ctrl-C reaches the child too: it closes its browser and ends, and its exit code is the answer.
    const letTheChildEndFirst = () => {};
    process.on('SIGINT', letTheChildEndFirst);
    child.on('close', (code, signal) => {
      process.off('SIGINT', letTheChildEndFirst);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
