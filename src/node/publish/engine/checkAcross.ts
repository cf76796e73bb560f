import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  adoptsNothing,
  attachmentFindings,
  brokenBundleReferences,
  brokenReferences,
  effectiveItem,
  guideFinder,
  itemSources,
  misplaced,
  placeOf,
  readSource,
  type Catalogue,
  type EffectiveItem,
  type ItemSource,
  type Source,
} from '../../../catalogue/index.ts';
import {
  checkSchema,
  locate,
  logoFindings,
  onceEach,
  ordered,
  runCatalogueRules,
  runFileRules,
  settingFindings,
  suppress,
  withoutUnjudged,
  type ReadyRules,
} from '../../../check/index.ts';
import type { Bundle } from '../../../model/bundle.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Path } from '../../../model/path.ts';
import type { CatalogueFile, ObjectionFile } from '../../../model/generated/schemas.ts';
import type { Frame, ItemPlan } from './frame.ts';
import type { SlimChain, SlimItem } from './slimItem.ts';
import type { WorkContext } from './workItem.ts';

/** Items in full that bundles and objections are about, read again from their files. */
export interface WholeItems {
  chain(id: string): ItemSource[];
  guide(id: string, division: string): EffectiveItem | undefined;
  /** Ids of the items that are looked at in full. */
  ids: ReadonlySet<string>;
}

/** The members of all bundles with what they leave out by name, and what objections are about. */
export function wholeItems(frame: Frame): WholeItems {
  const plans = new Map(frame.items.map((plan) => [plan.id, plan]));
  const chains = new Map<string, ItemSource[]>();
  const ids = new Set<string>();
  for (const { kind, value } of frame.sources.values()) {
    if (kind === 'bundle') {
      const { members = [], excluded = [] } = value as Source<Bundle>['value'];
      for (const { item } of [...members, ...excluded]) add(item);
    }
    if (kind === 'objection') add((value as Source<ObjectionFile>['value']).item);
  }
  function add(id: string | undefined): void {
    if (id !== undefined && plans.has(id)) ids.add(id);
  }
  const chain = (id: string): ItemSource[] => {
    let made = chains.get(id);
    if (made === undefined) chains.set(id, (made = readChain(plans.get(id), frame)));
    return made;
  };
  return {
    ids,
    chain,
    guide: (id, division) => {
      if (!plans.get(id)?.adopted.some((line) => line.division === division)) return undefined;
      const above = new Set(frame.lookups.divisionChain(division));
      const own = chain(id).filter((step) => above.has(step.division));
      if (own[0]?.role !== 'base') return undefined;
      const effective = effectiveItem(own, division);
      return effective.item.basics?.kind === 'container' ? undefined : effective;
    },
  };
}

function readChain(plan: ItemPlan | undefined, { dir, shape, lookups }: Frame): ItemSource[] {
  const height = (step: ItemSource) => lookups.divisionChain(step.division).length;
  return (plan?.files ?? [])
    .flatMap((path) => {
      const read = readSource(path, readFileSync(join(dir, path)), shape);
      return read.kind === 'source' ? itemSources(read.source) : [];
    })
    .sort((a, b) => height(a) - height(b) || a.division.localeCompare(b.division));
}

/** What is wrong in the files of the catalogue that are no items and can stop a build. */
export function checkFrame(
  frame: Frame,
  {
    ready,
    recorded: { lookups },
    hasFile,
  }: Pick<WorkContext, 'recorded' | 'hasFile'> & { ready: ReadyRules },
): Diagnostic[] {
  const { shape, sources, files } = frame;
  const found: Diagnostic[] = [...frame.diagnostics];
  const schema: Diagnostic[] = [];
  const judged: Diagnostic[] = [];
  const attachments = new Map<string, Uint8Array>();
  for (const path of files.keys())
    if (placeOf(path).kind === 'attachment') attachments.set(path, readFileSync(join(frame.dir, path)));
  for (const [path, bytes] of attachments) found.push(...attachmentFindings(path, bytes));
  for (const { file, position, id } of frame.adoptedNowhere) found.push(adoptsNothing(file, position, id));
  for (const source of sources.values()) {
    found.push(...brokenReferences(source, { lookups, hasFile }), ...misplaced(source));
    const diagnostics = checkSchema(source.kind, source.written, source.path, shape);
    if (!diagnostics.some(({ severity }) => severity === 'error'))
      judged.push(...runFileRules(source, ready), ...settingFindings(source, ready));
    // The kind of a source tells the type of its value.
    if (source.kind === 'catalogue')
      judged.push(...logoFindings(source as Source<CatalogueFile>, attachments));
    schema.push(...diagnostics);
  }
  found.push(...schema, ...withoutUnjudged(judged, schema));
  return stopping(found, ready, sources);
}

export interface Across {
  frame: Frame;
  ready: ReadyRules;
  whole: WholeItems;
  items: readonly SlimChain[];
}

/** What the rules that look across the catalogue find that can stop a build. */
export function checkAcross({ frame, ready, whole, items }: Across): Diagnostic[] {
  const { lookups, sources } = frame;
  const found: Diagnostic[] = [];
  const full = (slim: SlimItem, make: () => EffectiveItem | undefined): EffectiveItem => {
    if (whole.ids.has(slim.id)) return make() ?? { ...slim, originOf: (path) => at(slim, path) };
    // Few have a finding, and only a finding asks where a value was written.
    return { ...slim, originOf: (path) => make()?.originOf(path) ?? at(slim, path) };
  };
  const chains = new Map(
    items.map(({ id, roles: steps }) => [
      id,
      whole.ids.has(id) ? whole.chain(id) : steps.map(({ path, role }) => emptyStep(path, role)),
    ]),
  );
  const bundles = [...sources.values()].filter(({ kind }) => kind === 'bundle') as Source<Bundle>[];
  const broken = new Set(
    bundles.filter((one) => checkSchema('bundle', one.written, one.path, frame.shape).length > 0),
  );
  const effective = items.flatMap(({ guides }) =>
    guides.map((slim) => full(slim, () => whole.guide(slim.id, slim.division))),
  );
  const catalogue: Catalogue = {
    files: new Map(),
    sources,
    lookups,
    lookupData: lookups.data,
    governance: undefined,
    adoptions: frame.adoptions,
    chains,
    bases: items.flatMap(({ base: slim }) =>
      slim === undefined
        ? []
        : full(slim, () => {
            const [base] = whole.chain(slim.id);
            return base && effectiveItem([base], slim.division);
          }),
    ),
    guides: effective,
    bundles: bundles.filter((one) => !broken.has(one)),
    diagnostics: [],
  };
  const find = guideFinder(effective, lookups);
  for (const bundle of bundles)
    found.push(
      ...brokenBundleReferences(bundle, (item, divisions) =>
        divisions.flatMap((division) => find(item, division)?.item ?? []),
      ),
    );
  found.push(...runCatalogueRules(catalogue, ready));
  return stopping(found, ready, sources);
}

function at({ files }: SlimItem, path: Path) {
  return { division: files[0]!.slice(0, 6), file: files[0]!, path };
}

/** A step of which only its place is asked. */
function emptyStep(path: string, role: 'base' | 'layer'): ItemSource {
  const source = { path, kind: role === 'base' ? 'item' : 'layer', text: '', value: {}, written: {} };
  return { role, division: path.slice(0, 6), source } as ItemSource;
}

function stopping(
  found: readonly Diagnostic[],
  ready: ReadyRules,
  sources: ReadonlyMap<string, Source<unknown>>,
): Diagnostic[] {
  const { diagnostics } = suppress(onceEach(found), ready, sources);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return ordered(locate(errors, sources));
}
