import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startServer, type RunningServer } from '../../src/node/server/index.ts';
import { writeFiles } from '../writeFiles.ts';
import { desk, launchBrowser } from './browser.ts';
import { signIn } from './studio.ts';

/** A studio with a folder of its own, and a browser to use it with. */
export interface OpenStudio {
  server: RunningServer;
  browser: Browser;
  dataDir: string;
  /** Errors that pages reported, each with its person. */
  faults: string[];
  /** Somebody signed in at a device of their own, a desk where none is named. */
  person(user: string, device?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a studio on the catalogue in a folder, or of `files`, and publishes it. The caller closes it. */
export async function openStudio(catalogue: string | Map<string, Uint8Array>): Promise<OpenStudio> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guicheng-e2e-'));
  const catalogueDir = typeof catalogue === 'string' ? catalogue : join(dataDir, 'catalogue');
  if (typeof catalogue !== 'string') await writeFiles(catalogueDir, catalogue);
  const server = await startServer({ catalogueDir, dataDir, port: 0 });
  const browser = await launchBrowser();
  const faults: string[] = [];
  return {
    server,
    browser,
    dataDir,
    faults,
    async person(user, device = desk) {
      const page = await (await browser.newContext(device)).newPage();
      page.on('pageerror', (error) => faults.push(`${user}: ${error.message}`));
      await signIn(page, server, user);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
