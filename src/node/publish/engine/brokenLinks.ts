import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName } from '../manifest.ts';
import { idsOf } from './pageTag.ts';
import type { PageFault } from './records.ts';
import type { Results } from './results.ts';
import type { State } from './savedState.ts';
import type { Workbench } from './workbench.ts';

/** Links that lead to no file of the site, or to no element of it, with a page that has each. */
export function brokenLinks(
  { links, kept }: Workbench,
  results: Results,
  outputs: State['outputs'],
  folders: readonly string[],
): PageFault[] {
  const ids = new Map<string, Set<string>>();
  const hasId = (path: string, id: string): boolean => {
    let found = ids.get(path);
    if (found === undefined) {
      const place = folders.map((folder) => join(folder, path)).find((one) => existsSync(one));
      ids.set(path, (found = place === undefined ? new Set() : idsOf(readFileSync(place, 'utf8'))));
    }
    return found.has(id);
  };
  // What is known was kept once; a page of it that was lost is no reason to show nothing new.
  const versions = new Set(Object.values(kept?.known ?? {}).flatMap((all) => all.map(({ path }) => path)));
  // One that is kept and not known is of a publish that was cut off before the list of versions.
  const isVersion = (path: string): boolean =>
    results.newKept.has(path) || versions.has(path) || kept?.pageAt(path) !== undefined;
  const broken = new Set<number>();
  for (const [number, link] of links.entries()) {
    const hash = link.indexOf('#');
    const path = hash < 0 ? link : link.slice(0, hash);
    if (!outputs.has(path) && path !== manifestName) {
      if (!isVersion(path)) broken.add(number);
    }
    // What was met before is met as long as the page that it leads to is the same.
    else if (hash >= 0 && (number >= results.earlierLinks || results.isMade(path)))
      if (!hasId(path, link.slice(hash + 1))) broken.add(number);
  }
  if (broken.size === 0) return [];
  const faults: PageFault[] = [];
  const look = (page: string, of: readonly number[]) => {
    for (const number of of)
      if (broken.delete(number))
        faults.push({
          page,
          words: {
            zh: `链接“${links[number]!}”在网站里没有。请在规程里改正它所指的标识，或补上所指的文件`,
            en: `the link "${links[number]!}" leads nowhere on the site. Correct what it names in the procedure, or add the file`,
          },
        });
  };
  for (const { guides } of results.records())
    for (const { files } of guides) for (const file of files) look(file.path, file.links);
  for (const { files } of results.parts.values()) for (const file of files) look(file.path, file.links);
  // What is left was met on pages of earlier builds alone.
  return faults;
}
