import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Digest, GuidePart, SitePart } from '../parts/index.ts';
import { siteParts } from '../parts/index.ts';
import { readFrame, type Frame } from './frame.ts';
import type { BuildSite } from './guideFacts.ts';
import { brokenInnerReferences, RecurringParts } from '../../../catalogue/index.ts';
import { recurringCheck, RecurringStructure } from '../../../check/index.ts';
import { lastCheckOf, type LastCheck } from '../lastCheckOf.ts';
import { keptVersions, versionFolder, type KeptVersions } from './keptVersions.ts';
import { writeBytes } from './fileBytes.ts';
import { recordReads, unrecorded, type RecordedLookups } from './recordReads.ts';
import { stoppingRules } from './stoppingRules.ts';
import type { WorkContext } from './workItem.ts';

/** What a thread has to know to work on items as any other would. */
export interface BenchSetting {
  dir: string;
  date: string;
  baseUrl: string | undefined;
  /** Names of the parts that are made. */
  parts: readonly string[];
  check: boolean;
  /** Whether anything is left for another build, which has to know what this one read and asked. */
  leaves: boolean;
  /** Folder to write to. */
  folder: string;
  checks: Readonly<Record<string, LastCheck>> | undefined;
  /** Where versions are kept: the folder of the site that keeps them, and the one to write new ones to. */
  versions: { siteDir: string; folder: string } | undefined;
}

/** Everything that items are worked on with, in one thread. */
export interface Workbench {
  frame: Frame;
  recorded: RecordedLookups;
  context: WorkContext;
  parts: readonly SitePart[];
  site: BuildSite;
  kept: KeptVersions | undefined;
  /** Rules that a build would have to read everything for. */
  needsAll: string[];
  links: string[];
  /** Hashes of files that need not be written again. */
  standing: Map<string, { hash: string }>;
}

export function openWorkbench(setting: BenchSetting, files: ReadonlySet<string>): Workbench {
  const { dir, date, baseUrl, folder, versions, checks } = setting;
  const frame = readFrame(dir, files, date);
  const kept = versions && keptVersions(versions.siteDir);
  const recorded = setting.leaves
    ? recordReads(frame.lookups, {
        file: (path) => files.has(path),
        hasList: (division) => frame.listed.has(division),
        listed: (place) => frame.listed.get(place.slice(0, 6))?.has(place.slice(7)),
        checked: (path) => checks?.[path],
        versions: (place) => kept?.known[place] ?? [],
      })
    : unrecorded(frame.lookups);
  const { lookups } = recorded;
  const site: BuildSite = {
    date,
    lookups,
    at: (root) => ({ lookups, root, ...(baseUrl !== undefined && { baseUrl }) }),
    ...(baseUrl !== undefined && { baseUrl }),
    // What stands at a permanent address never changes, so the list of them is all that there is to note.
    ...(checks && {
      checkedOf: (paths) =>
        lastCheckOf((path) => {
          recorded.note(`checked\u0001${path}`);
          return checks[path];
        }, paths),
    }),
    ...(kept && {
      pageAt: kept.pageAt,
      versionsOf: (division, id) => {
        recorded.note(`versions\u0001${division}/${id}`);
        return kept.known[`${division}/${id}`] ?? [];
      },
    }),
  };
  const parts = siteParts.filter(({ name }) => setting.parts.includes(name));
  const digests = new Set<Digest<unknown>>();
  for (const part of parts) if (part.kind === 'set') digests.add(part.digest);
  const { ready, needsAll } = stoppingRules({ lookups, date });
  const links: string[] = [];
  const numbers = new Map<string, number>();
  const linkNumber = (link: string): number => {
    let number = numbers.get(link);
    if (number === undefined) {
      numbers.set(link, (number = links.length));
      links.push(link);
    }
    return number;
  };
  const folders = new Set<string>();
  const standing: Workbench['standing'] = new Map();
  const put = (path: string, content: Uint8Array): void => {
    const parent = dirname(path);
    if (!folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      folders.add(parent);
    }
    writeBytes(path, content);
  };
  const write = (path: string, content: Uint8Array, hash: string): void => {
    if (standing.get(path)?.hash !== hash) put(`${folder}/${path}`, content);
  };
  const hasFile = (path: string): boolean => {
    recorded.note(`file\u0001${path}`);
    return files.has(path);
  };
  const context: WorkContext = {
    frame,
    recorded,
    leaves: setting.leaves,
    recurring: new RecurringParts(),
    ready: setting.check ? ready : undefined,
    structure: new RecurringStructure({ lookups, hasFile }),
    innerReferences: recurringCheck(lookups, brokenInnerReferences),
    parts: parts.filter((part): part is GuidePart => part.kind === 'guide'),
    digests: [...digests],
    site,
    hasFile,
    write,
    writeKept: versions && ((path, content) => put(join(versions.folder, versionFolder, path), content)),
    linkNumber,
  };
  return {
    frame,
    recorded,
    context,
    parts,
    site,
    kept,
    needsAll: setting.check ? needsAll : [],
    links,
    standing,
  };
}
