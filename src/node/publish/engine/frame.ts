import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  listsInForce,
  lookupDataOf,
  lookupsOf,
  noConfig,
  placeOf,
  readSource,
  shapeIn,
  type Lookups,
  type Source,
} from '../../../catalogue/index.ts';
import type { CatalogueShape } from '../../../model/catalogueShape.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { AdoptionFile } from '../../../model/generated/schemas.ts';
import type { Bundle } from '../../../model/bundle.ts';

/** An item: the files that say something of it, and the divisions that adopt it. */
export interface ItemPlan {
  id: string;
  /** In order of path. */
  files: string[];
  /** In order of division; `from`: the day from which the line holds. */
  adopted: { division: string; from: string; position: number }[];
}

/** A catalogue without its items: everything that items refer to, read; of the items only where they are. */
export interface Frame {
  dir: string;
  /** Paths of all its files. */
  files: ReadonlySet<string>;
  shape: CatalogueShape;
  /** Every file that can be read and is no item. */
  sources: ReadonlyMap<string, Source<unknown>>;
  lookups: Lookups;
  adoptions: ReadonlyMap<string, Source<AdoptionFile>>;
  bundles: Source<Bundle>[];
  /** In order of id. */
  items: ItemPlan[];
  /** Lines of adoption for items of which there is no file. */
  adoptedNowhere: { file: string; position: number; id: string }[];
  /** Ids that the list in force of a division keeps; divisions without a list are not here. */
  listed: ReadonlyMap<string, ReadonlySet<string>>;
  /** What could not be read. */
  diagnostics: Diagnostic[];
}

/** Decisions of a list by which a division no longer handles a permit by itself. */
const ends: ReadonlySet<string | undefined> = new Set(['cancel', 'merge', 'delegate']);

/** Reads all of the catalogue in `dir` but its items. */
export function readFrame(dir: string, files: ReadonlySet<string>, date: string): Frame {
  const bytes = (path: string) => readFileSync(join(dir, path));
  const extension = 'extension/item.yaml';
  const shape = shapeIn(new Map(files.has(extension) ? [[extension, bytes(extension)]] : []));
  const sources = new Map<string, Source<unknown>>();
  const diagnostics: Diagnostic[] = [];
  const items = new Map<string, ItemPlan>();
  for (const path of files) {
    const place = placeOf(path);
    if (place.kind === 'attachment' || place.kind === 'report') continue;
    if (place.kind === 'file' && place.fileKind === 'item') {
      const id = place.id!;
      const plan = items.get(id);
      if (plan === undefined) items.set(id, { id, files: [path], adopted: [] });
      else plan.files.push(path);
      continue;
    }
    const read = readSource(path, bytes(path), shape);
    if (read.kind === 'source') sources.set(path, read.source);
    else if (read.kind === 'problems') diagnostics.push(...read.diagnostics);
  }
  if (!sources.has('catalogue.yaml') && !diagnostics.some(({ file }) => file === 'catalogue.yaml'))
    diagnostics.push(noConfig());
  const names = itemNames(items, (path) => readSource(path, bytes(path), shape));
  const data = lookupDataOf(sources);
  const bundles = sourcesOf<Bundle>(sources, 'bundle').filter(({ value: { inForce = {} } }) =>
    isInForce(inForce, date),
  );
  const offered = new Set(bundles.map(({ value }) => value.id));
  const around = { ...data, bundles: data.bundles.filter(({ id }) => offered.has(id)) };
  const lookups: Lookups = {
    ...lookupsOf({ ...around, items: [] }),
    data: {
      ...around,
      // Nearly nobody asks for all of them, and then all have to be read.
      get items() {
        return names.all();
      },
    },
    itemName: names.of,
  };
  const adoptions = new Map<string, Source<AdoptionFile>>();
  for (const source of sourcesOf<AdoptionFile>(sources, 'adoption'))
    adoptions.set(source.path.slice(0, 6), source);
  const adoptedNowhere: Frame['adoptedNowhere'] = [];
  for (const [division, source] of [...adoptions].sort(([a], [b]) => a.localeCompare(b)))
    for (const [position, { id = '', from = '' }] of (source.value.items ?? []).entries()) {
      const plan = items.get(id);
      if (plan === undefined) adoptedNowhere.push({ file: source.path, position, id });
      // A line that stands twice makes one guide.
      else if (plan.adopted.at(-1)?.division !== division) plan.adopted.push({ division, from, position });
    }
  const listed = new Map(
    [...listsInForce({ sources }, date)].map(([division, { value }]) => [
      division,
      new Set((value.lines ?? []).flatMap(({ id = '', decision }) => (ends.has(decision) ? [] : id))),
    ]),
  );
  const plans = [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    dir,
    files,
    shape,
    sources,
    lookups,
    adoptions,
    bundles,
    items: plans,
    adoptedNowhere,
    listed,
    diagnostics,
  };
}

export function isInForce({ from = '', to }: { from?: string; to?: string }, date: string): boolean {
  return from <= date && (to === undefined || date <= to);
}

function sourcesOf<T>(sources: ReadonlyMap<string, Source<unknown>>, kind: string): Source<T>[] {
  return [...sources.values()].filter((source) => source.kind === kind) as Source<T>[];
}

/** Names of items, each read when it is first asked for: few items name others. */
function itemNames(
  items: ReadonlyMap<string, ItemPlan>,
  read: (path: string) => ReturnType<typeof readSource>,
) {
  const known = new Map<string, string | undefined>();
  const of = (id: string): string | undefined => {
    if (known.has(id)) return known.get(id);
    const named = (items.get(id)?.files ?? []).flatMap((path) => {
      const result = read(path);
      if (result.kind !== 'source' || result.source.kind !== 'item') return [];
      const { id: own = '', basics } = result.source.value as { id?: string; basics?: { name?: string } };
      return own === id ? [basics?.name ?? own] : [];
    });
    known.set(id, named[0]);
    return named[0];
  };
  return {
    of,
    all: () =>
      [...items.keys()].flatMap((id) => {
        const name = of(id);
        return name === undefined ? [] : [{ id, name }];
      }),
  };
}
