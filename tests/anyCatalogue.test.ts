// Whatever stands in the files of a catalogue: it is read, checked and shown, and nothing throws.
import * as fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { placeOf, readCatalogue, schemaOf, type CatalogueFiles } from '../src/catalogue/index.ts';
import { checkCatalogue, checkItemText } from '../src/check/index.ts';
import { renderGuidePage } from '../src/guide/index.ts';
import { readFolder } from '../src/node/files/index.ts';
import { anyDraft } from './anyDraft.ts';
import { sampleDir } from './sampleCatalogue.ts';
import { smallSample } from './smallSample.ts';

// Each kind of file is read, checked and shown many times, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let sample: CatalogueFiles;
/** One item with its layers, and everything around items. */
let small: Map<string, Uint8Array | string>;
const item = 'urban-road-excavation-permit';
const date = '2026-06-01';

beforeAll(async () => {
  sample = await readFolder(sampleDir);
  small = await smallSample([item]);
  for (const path of kinds) {
    const content = sample.get(path);
    if (content !== undefined) small.set(path, content);
  }
});

const kinds = [
  'catalogue.yaml',
  'laws/urban-road-regulation.yaml',
  'agencies/511500.yaml',
  'centres/yibin.yaml',
  'calendars/cn.yaml',
  'governance/approvals.yaml',
  'governance/suppressions.yaml',
  'staff/511500.yaml',
  'lists/yibin-2026.yaml',
  'rules/form-material-names-form.yaml',
  '511500/adopt.yaml',
  `000000/${item}.yaml`,
  `511500/${item}.yaml`,
];

function runs(files: CatalogueFiles, path: string): void {
  const catalogue = readCatalogue(files);
  const diagnostics = checkCatalogue(catalogue, date);
  expect(diagnostics.every(({ message, messageEn }) => message !== '' && messageEn !== '')).toBe(true);
  for (const guide of catalogue.guides.filter(({ id }) => id === item))
    renderGuidePage(guide, catalogue.lookups, { preview: true });
  const upper = [{ path: `000000/${item}.yaml`, text: String(sample.get(`000000/${item}.yaml`)) }];
  const { lookups } = catalogue;
  const checked = checkItemText({ file: path, text: String(files.get(path)), upper }, { lookups, date });
  if (checked.effective) renderGuidePage(checked.effective, catalogue.lookups, { preview: true });
}

test.each(kinds)('%s may be anything', (path) => {
  const place = placeOf(path, String(sample.get(path)));
  const kind = place.kind === 'file' ? place.fileKind : 'item';
  fc.assert(
    fc.property(anyDraft(schemaOf(kind)), (value) => {
      // JSON is YAML of one line; a layer is known by its key at the margin.
      const text = `${kind === 'layer' ? 'overlay:\n  ' : ''}${JSON.stringify(value) ?? ''}\n`;
      runs(new Map([...small, [path, text]]), path);
    }),
    { numRuns: 25 },
  );
});

test.each([
  '',
  '\n',
  '# nothing\n',
  'null\n',
  '3\n',
  'text\n',
  '[]\n',
  '{}\n',
  'overlay:\n',
  'overlay: 3\n',
  'id: [\n',
])('every kind of file may hold %j', (text) => {
  for (const path of kinds) runs(new Map([...small, [path, text]]), path);
});
