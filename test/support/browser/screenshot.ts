import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from './session.ts';

export interface Look {
  /** CSS pixels; without them the page is taken as it stands. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** Takes a picture of what the page shows and writes it as PNG, making the folder where needed. */
export async function screenshot(
  session: Session,
  page: Page,
  path: `${string}.png`,
  { width, height, dark }: Look = {},
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  if (dark !== undefined) await session.setDark(page, dark);
  if (width !== undefined) await page.setViewport({ width, height: height ?? 800 });
  await page.screenshot({ path });
}
