import type { Browser } from 'playwright-core';
import { phone } from '../../tests/e2e/browser.ts';
import { shiftsOf, watchShifts } from '../../tests/e2e/pageFaults.ts';

/** A slow phone on a slow line: 400 kbit/s both ways, 400 ms a round trip, a quarter of this machine's speed. */
const slow = {
  network: { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 },
  cpu: { rate: 4 },
};

export interface Paint {
  /** Milliseconds until the largest piece of the page is painted. */
  lcp: number;
  /** How much the page moved while it came: 0 is not at all. */
  cls: number;
  /** What moved. */
  moved: string[];
  /** What was asked for before the first paint. */
  requests: number;
}

/** A first visit on the slow phone, throttled in the browser by the DevTools protocol, nothing cached. */
export async function slowPaint(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow.network);
    await session.send('Emulation.setCPUThrottlingRate', slow.cpu);
    await watchShifts(page);
    await page.addInitScript(`
      globalThis.paints = { lcp: 0 };
      new PerformanceObserver((list) => { for (const one of list.getEntries()) paints.lcp = one.startTime; })
        .observe({ type: 'largest-contentful-paint', buffered: true });`);
    await page.goto(url, { waitUntil: 'networkidle' });
    const shifts = await shiftsOf(page);
    const seen = await page.evaluate<Pick<Paint, 'lcp' | 'requests'>>(`(() => {
      const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
      const before = performance.getEntriesByType('resource')
        .filter((one) => one.responseEnd <= first && !one.name.startsWith('data:'));
      return { ...paints, requests: 1 + before.length };
    })()`);
    const cls = shifts.reduce((sum, { value }) => sum + value, 0);
    return { ...seen, cls, moved: shifts.map(({ value, what }) => `moves by ${value}: ${what}`) };
  } finally {
    await context.close();
  }
}
