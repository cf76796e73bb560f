import type { Browser, Page } from 'playwright-core';
import { phone } from '../../tests/e2e/browser.ts';

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
    await page.addInitScript(`
      globalThis.paints = { lcp: 0, cls: 0 };
      new PerformanceObserver((list) => { for (const one of list.getEntries()) paints.lcp = one.startTime; })
        .observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => { for (const one of list.getEntries()) paints.cls += one.value; })
        .observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(url, { waitUntil: 'networkidle' });
    await settled(page);
    return await page.evaluate<Paint>(`(() => {
      const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
      const before = performance.getEntriesByType('resource')
        .filter((one) => one.responseEnd <= first && !one.name.startsWith('data:'));
      return { ...paints, requests: 1 + before.length };
    })()`);
  } finally {
    await context.close();
  }
}

/** Observers are told of a frame after it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))');
}
