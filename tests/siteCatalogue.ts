import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleDir } from './sampleCatalogue.ts';
import { removeUncitedLaws, smallSample } from './smallSample.ts';

/** For tests: the files of a catalogue of few items that has every kind of file, and so every template of the site. */
export async function siteCatalogue(): Promise<Map<string, Uint8Array>> {
  const members = [
    'food-business-licence',
    'fire-safety-inspection',
    'drainage-permit',
    'public-place-hygiene-licence',
  ];
  const kept = ['labour-dispatch-licence', ...members];
  const files = await smallSample(kept);
  // A bundle in one division, of all that it is made of, and a list that keeps all of them.
  const bundle = await readFile(join(sampleDir, 'bundles/open-restaurant.yaml'), 'utf8');
  files.set(
    'bundles/open-restaurant.yaml',
    Buffer.from(
      bundle
        .replace(/^divisions: .*$/m, 'divisions: ["511500"]')
        .replace(/windows: \[.*\]/, 'windows: [yibin/market]'),
    ),
  );
  const lines = kept.map((id) => `  - {id: ${id}, name: 甲, authority: 乙, decision: retain}`);
  files.set(
    'lists/newest.yaml',
    Buffer.from(
      `id: newest\ndivision: "511500"\ntitle: 清单\ndocument: 文\ndate: 2026-01-05\nlines:\n${lines.join('\n')}\n`,
    ),
  );
  for (const path of files.keys()) if (/(?:360100|511502)[./]/.test(path)) files.delete(path);
  removeUncitedLaws(files);
  return files;
}
