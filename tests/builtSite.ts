import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '../src/node/files/index.ts';
import { buildCatalogue, type EngineOptions, type EngineReport } from '../src/node/publish/index.ts';
import { writeFiles } from './writeFiles.ts';

export interface BuiltSite {
  report: EngineReport;
  /** Every file of the site, in order of path. */
  files: Map<string, Uint8Array>;
}

/**
 * For tests: the site of a catalogue of `files`, built in a folder that is gone afterwards. @throws Error with what is
 * wrong in the catalogue or its pages.
 */
export async function builtSite(
  files: ReadonlyMap<string, string | Uint8Array>,
  options: Pick<EngineOptions, 'date' | 'baseUrl' | 'check'>,
): Promise<BuiltSite> {
  const work = await mkdtemp(join(tmpdir(), 'guicheng-built-'));
  try {
    const [dir, out] = [join(work, 'catalogue'), join(work, 'site')];
    await writeFiles(dir, files);
    const result = await buildCatalogue({ dir, out, ...options });
    if (result.kind !== 'built') throw new Error(JSON.stringify(result).slice(0, 3000));
    return { report: result.report, files: await readFolder(out) };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
