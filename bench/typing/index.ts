// How long a key takes to be seen and judged, in a real browser, beside others; and how long the editor takes to open.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { installPeers, versionsOf } from '../check/peers.ts';
import { measureFirstLoads } from './firstLoads.ts';
import { measureForms } from './forms.ts';
import { measureOpenings } from './openings.ts';
import { servePages } from './servePages.ts';
import { measureSources } from './sources.ts';
import { BenchStudio } from './studio.ts';
import { measureWork } from './works.ts';

/** What our editor and monaco-yaml wait on purpose, which is part of what is measured. */
const waiting = {
  'our check, after a key': 'none; one text under way, the newest waits',
  "our form, before it shows what a field's own schema says": 'none',
  'our form, before it gives what was typed to the text, and with it to the check':
    '35 ms of quiet, a second at most',
  'our page, after a check': '300 ms of quiet',
  'monaco-yaml, after a key': '500 ms of quiet',
  'JSON Forms, after a key': 'none',
};

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  installPeers();
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-typing-'));
  const studio = await BenchStudio.start(work, quick ? 500 : 10_000);
  const pages = await servePages(join(work, 'pages'), await studio.apartness());
  const browser = await launchBrowser();
  try {
    const among = { browser, studio, pages };
    const person = await studio.person(browser);
    const often = quick ? { rounds: 1, keys: 10 } : { rounds: 6, keys: 20 };
    const small = await measureForms(among, 'form-200', often);
    const large = await measureForms(among, 'form-800', often);
    const short = await measureSources(among, 'source-8', often);
    const long = await measureSources(among, 'source-200', often);
    const bare = await measureWork(among, person, quick ? 10 : 100);
    const openings = await measureOpenings(among, person, quick ? 1 : 15);
    const loads = await measureFirstLoads(browser, studio, person);
    return {
      versions: {
        chromium: browser.version(),
        ...versionsOf('@jsonforms/vue', '@jsonforms/vue-vanilla', 'monaco-yaml'),
      },
      rows: [
        ...small.rows,
        ...large.rows,
        ...short.rows,
        ...long.rows,
        ...bare.rows,
        ...openings.rows,
        ...loads.rows,
      ],
      result: {
        items: quick ? 500 : 10_000,
        waiting,
        inputs: [small.inputs, large.inputs],
        formRatioToJsonForms: large.errorRatio,
        formRatioToJsonFormsSmall: small.errorRatio,
        echoRatioToPlainInputs: Math.max(small.echoRatio, large.echoRatio),
        sourceRatioToMonacoYaml: Math.max(short.ratio, long.ratio),
        workRatioToYamlParse: Math.max(...bare.ratios.map(({ ratio }) => ratio)),
        openRatioToBareMonaco: openings.ratio,
        firstLoadMostKb: loads.most,
      },
    };
  } finally {
    await browser.close();
    await studio.stop();
    pages.close();
    await rm(work, { recursive: true, force: true });
  }
}
