import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Wxt } from 'wxt';
import { defineWxtModule } from 'wxt/modules';

/**
 * Draws the extension's icons from the two SVG files in `assets/icons/` at build time. The renderer is WebAssembly and
 * the drawings hold no text, so every machine gets the same bytes. The manifest names the grey set for the toolbar
 * button, because most pages are no article; the background shows the coloured one where an article can be saved.
 */

/** Edge lengths in pixels: toolbar at one and two pixels per point, extension pages, and the stores. */
const ICON_SIZES = [16, 32, 48, 96, 128] as const;

/** Icon set name, as in `/icons/<name>-<size>.png`, to its drawing. */
const DRAWINGS = { icon: 'icon.svg', grey: 'icon-grey.svg' } as const;

type IconSet = keyof typeof DRAWINGS;

export default defineWxtModule({
  name: 'icons',
  setup(wxt) {
    wxt.hooks.hook('build:publicAssets', async (_, assets) => {
      assets.push(...(await drawIcons(wxt)));
    });
    wxt.hooks.hook('build:manifestGenerated', (_, manifest) => {
      manifest.icons = iconPaths('icon');
      manifest.action = { ...manifest.action, default_icon: iconPaths('grey') };
    });
  },
});

function iconPaths(set: IconSet): Record<string, string> {
  return Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${set}-${size}.png`]));
}

async function drawIcons(wxt: Wxt): Promise<{ absoluteSrc: string; relativeDest: string }[]> {
  await loadRenderer();
  const folder = resolve(wxt.config.wxtDir, 'icons');
  await mkdir(folder, { recursive: true });
  const icons = [];
  for (const set of Object.keys(DRAWINGS) as IconSet[]) {
    const svg = await readFile(resolve(wxt.config.root, 'assets/icons', DRAWINGS[set]), 'utf8');
    for (const size of ICON_SIZES) {
      const absoluteSrc = resolve(folder, `${set}-${size}.png`);
      await writeFile(absoluteSrc, new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
      icons.push({ absoluteSrc, relativeDest: `icons/${set}-${size}.png` });
    }
  }
  return icons;
}

let renderer: Promise<void> | undefined;

function loadRenderer(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  renderer ??= readFile(wasm).then((bytes) => initWasm(bytes));
  return renderer;
}
