import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { startDemoSite } from '../test/site/demo-site.ts';
import { launchBrowser } from '../test/support/browser/session.ts';
import { median, quantile, rowOf, TABLE_HEAD } from './figures.ts';
import { measureContentScript } from './measure-content-script.ts';
import { measurePopup } from './measure-popup.ts';
import { measureSave } from './measure-save.ts';
import { originOfExtension } from './second-extension.ts';

const ARTICLE = 'https://wpnews.pro/news/south-korea-japan-agree-continued-defense-cooperation-including-ai';

/** Measures saving, the popup and the content script in both browsers; answers the table, and keeps it in `results`. */
export async function benchMainJob(rounds: number, results: string): Promise<string> {
  const site = await startDemoSite();
  const report: string[] = [`${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`, '', TABLE_HEAD];
  for (const name of ['chromium', 'firefox'] as const) {
    const session = await launchBrowser(name, { site });
    try {
      report.push(rowOf(await measureSave(session, site, rounds)));
      const empty = await originOfExtension(session, 'bench/empty-extension');
      report.push(rowOf(await measurePopup(session, empty, ARTICLE, rounds)));
      if (name === 'chromium') {
        const { bytes, gzipBytes, time } = await measureContentScript(session, ARTICLE, rounds);
        const [middle, high] = [median(time.samples), quantile(time.samples, 0.95)].map((ms) => ms.toFixed(2));
        report.push(
          `| content script on a page | ${middle} / ${high} | ${bytes} bytes, ${gzipBytes} gzipped | – | 15,000 bytes |`,
        );
      }
    } finally {
      await session.close();
    }
  }
  await site.stop();
  writeFileSync(`${results}/main-job.md`, `${report.join('\n')}\n`);
  return report.join('\n');
}
