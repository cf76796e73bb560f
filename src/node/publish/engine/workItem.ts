import { isUtf8 } from 'node:buffer';
import {
  adoptsNothing,
  effectiveItem,
  layerOfNothing,
  misplaced,
  permitType,
  readSource,
  type EffectiveItem,
  type ItemSource,
  type RecurringParts,
  type Source,
} from '../../../catalogue/index.ts';
import {
  checkEffective,
  layersOf,
  locate,
  onceEach,
  runFileRules,
  runItemRulesOn,
  runLayerRules,
  suppress,
  withoutUnjudged,
  type ReadyRules,
  type RecurringCheck,
  type RecurringStructure,
} from '../../../check/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Item, Layer } from '../../../model/item.ts';
import type { Digest, GuidePart } from '../parts/index.ts';
import { isInForce, type Frame, type ItemPlan } from './frame.ts';
import { guideFacts, type BuildSite } from './guideFacts.ts';
import { hashOf } from './hashOf.ts';
import { judgeFile } from './judgeFile.ts';
import { readBytes, textOf } from './fileBytes.ts';
import { missingElements } from './missingElements.ts';
import type { FileRecord, GuideRecord, ItemDigests, ItemRecord, PageFault } from './records.ts';
import type { RecordedLookups } from './recordReads.ts';
import { slimText } from './slimItem.ts';

/** What every item of a build is worked on with. */
export interface WorkContext {
  frame: Frame;
  recorded: RecordedLookups;
  /** Whether anything is left for another build, which has to compare. */
  leaves: boolean;
  /** What files of items have in common. */
  recurring: RecurringParts;
  /** Rules that can stop the build; none where nothing is checked. */
  ready: ReadyRules | undefined;
  /** What else is found of files and items, once of what recurs. */
  structure: RecurringStructure;
  innerReferences: RecurringCheck<Diagnostic>;
  parts: readonly GuidePart[];
  digests: readonly Digest<unknown>[];
  site: BuildSite;
  hasFile(path: string): boolean;
  /** Writes a file, unless it stands there already. */
  write(path: string, content: Uint8Array, hash: string): void;
  /** Writes a page or record of a version that is kept; `undefined` where a build keeps none, and it is a file as any. */
  writeKept: ((path: string, content: Uint8Array) => void) | undefined;
  /** A number for a link, the same for the same link. */
  linkNumber(link: string): number;
}

export interface ItemWork {
  /** Hashes of the item's files, as they were read; none where nothing is left for another build. */
  hashes: [path: string, hash: string][];
  record: ItemRecord;
  digests: ItemDigests;
  errors: Diagnostic[];
  faults: PageFault[];
}

/** An item and its guides as the last build left them, and which questions have other answers now. */
export interface Earlier {
  record: ItemRecord;
  changed: ReadonlySet<number>;
}

/**
 * Reads, checks and makes one item: all that is its own, in every division that adopts it. Of `earlier` those guides
 * are let be whose files and whose answers are what they were.
 */
export function workItem(plan: ItemPlan, context: WorkContext, earlier?: Earlier): ItemWork {
  const { frame, recorded, leaves } = context;
  const texts = new Map<string, string>();
  const errors: Diagnostic[] = [];
  const sources: Source<unknown>[] = [];
  for (const path of plan.files) {
    const bytes = readBytes(`${frame.dir}/${path}`);
    if (leaves) texts.set(path, hashOf(bytes));
    // What is no text in UTF-8 is complained of by the bytes.
    const content = isUtf8(bytes) ? textOf(bytes) : bytes;
    const read = readSource(path, content, frame.shape, context.recurring);
    if (read.kind === 'source') sources.push(read.source);
    else if (read.kind === 'problems') errors.push(...read.diagnostics);
  }
  const chain = chainOf(sources, frame);
  const guides: { record: GuideRecord; effective: EffectiveItem }[] = [];
  const digests: ItemDigests = { guides: {}, slim: '' };
  const faults: PageFault[] = [];
  for (const { division, from, position } of plan.adopted) {
    const above = new Set(frame.lookups.divisionChain(division));
    const own = chain.filter((step) => above.has(step.division));
    if (own[0]?.role !== 'base') {
      errors.push(adoptsNothing(frame.adoptions.get(division)!.path, position, plan.id));
      continue;
    }
    const key = leaves ? hashOf(`${from} ${own.map(({ source }) => texts.get(source.path)!).join(' ')}`) : '';
    const before = earlier?.record.guides.find((one) => one.division === division);
    const effective = effectiveItem(own, division);
    const isKept =
      before !== undefined && before.key === key && !before.reads.some((read) => earlier!.changed.has(read));
    const record = isKept
      ? // Versions that it added are kept by now: its question about them has the same answer.
        { ...before, files: before.files.filter((file) => file.isKept !== true) }
      : makeGuide(
          effective,
          { key, from, sources: own.map(({ source }) => source), digests, faults },
          context,
        );
    guides.push({ record, effective });
  }
  const base = chain[0]?.role === 'base' ? effectiveItem([chain[0]], chain[0].division) : undefined;
  const effectives = guides.flatMap(({ record, effective }) =>
    record.state === 'container' ? [] : effective,
  );
  // Only the rules that look across the catalogue ask for it.
  if (context.ready !== undefined) digests.slim = slimText(chain, base, effectives);
  const { result: found, reads: checkReads } = recorded.during(() =>
    check(plan, { chain, sources, base, guides: effectives }, context),
  );
  return {
    hashes: [...texts],
    record: {
      id: plan.id,
      slim: leaves ? hashOf(digests.slim).slice(0, 32) : '',
      checkReads,
      guides: guides.map(({ record }) => record),
    },
    digests,
    errors: context.ready === undefined ? [] : located([...errors, ...found], sources),
    faults,
  };
}

function chainOf(sources: readonly Source<unknown>[], { lookups }: Frame): ItemSource[] {
  const height = (step: ItemSource) => lookups.divisionChain(step.division).length;
  return sources
    .map((source): ItemSource =>
      // The kind of a source tells the type of its value.
      source.kind === 'layer'
        ? { role: 'layer', division: source.path.slice(0, 6), source: source as Source<Layer> }
        : { role: 'base', division: source.path.slice(0, 6), source: source as Source<Item> },
    )
    .sort((a, b) => height(a) - height(b) || a.division.localeCompare(b.division));
}

interface Making {
  key: string;
  from: string;
  sources: readonly Source<unknown>[];
  digests: ItemDigests;
  faults: PageFault[];
}

function makeGuide(
  effective: EffectiveItem,
  { key, from, sources, digests, faults }: Making,
  context: WorkContext,
): GuideRecord {
  const { recorded, site, parts } = context;
  const { division } = effective;
  const files: FileRecord[] = [];
  let version: GuideRecord['version'];
  const { result: state, reads } = recorded.during((): GuideRecord['state'] => {
    const state = stateOf(effective, from, context);
    if (state !== 'published') return state;
    const facts = guideFacts(effective, sources, site);
    if (site.versionsOf !== undefined)
      version = { path: facts.version.path, date: facts.version.date, hash: facts.hash };
    if (context.ready !== undefined)
      for (const words of missingElements(facts.view)) faults.push({ page: facts.address.path, words });
    for (const part of parts)
      for (const file of part.files(facts, site)) {
        const judged = judgeFile(file, context);
        faults.push(...judged.faults);
        files.push(judged.record);
      }
    digests.guides[division] = Object.fromEntries(
      context.digests.map((digest) => [digest.name, JSON.stringify(digest.of(facts, site))]),
    );
    return state;
  });
  const hashes = Object.entries(digests.guides[division] ?? {}).map(([name, text]) => [
    name,
    context.leaves ? hashOf(text).slice(0, 32) : '',
  ]);
  return {
    division,
    key,
    state,
    files,
    ...(version && { version }),
    reads,
    digests: Object.fromEntries(hashes) as Record<string, string>,
  };
}

function stateOf(effective: EffectiveItem, from: string, { frame, recorded, site }: WorkContext) {
  const { item, division, id } = effective;
  if (item.basics?.kind === 'container') return 'container';
  if (!isInForce(item.inForce ?? {}, site.date) || from > site.date || item.basics?.state === 'cancelled')
    return 'not-in-force';
  if (item.basics?.type !== permitType) return 'published';
  recorded.note(listQuestion(frame, division, id));
  return frame.listed.get(division)?.has(id) === false ? 'unlisted' : 'published';
}

/** Whether a division has a list, and then whether it keeps an item. */
function listQuestion({ listed }: Frame, division: string, id: string): string {
  return listed.has(division) ? `listed\u0001${division}/${id}` : `hasList\u0001${division}`;
}

interface Checked {
  chain: readonly ItemSource[];
  sources: readonly Source<unknown>[];
  base: EffectiveItem | undefined;
  guides: readonly EffectiveItem[];
}

/** What `checkCatalogue` finds of one item that can stop a build. */
function check(
  { id }: ItemPlan,
  { chain, sources, base, guides }: Checked,
  context: WorkContext,
): Diagnostic[] {
  const { ready, frame, recorded, structure, innerReferences } = context;
  if (ready === undefined) return [];
  const { lookups } = recorded;
  const found: Diagnostic[] = [];
  const schema: Diagnostic[] = [];
  const judged: Diagnostic[] = [];
  const broken = new Set<string>();
  for (const source of sources) {
    const { references, schema: diagnostics } = structure.of(source);
    found.push(...references, ...misplaced(source));
    if (diagnostics.some(({ severity }) => severity === 'error')) broken.add(source.path);
    else judged.push(...runFileRules(source, ready));
    schema.push(...diagnostics);
  }
  if (base === undefined) for (const step of chain) found.push(layerOfNothing(step.source.path, id));
  for (const guide of guides)
    if (!guide.files.some((file) => broken.has(file))) schema.push(...checkEffective(guide, frame.shape));
  const subjects = base === undefined ? guides : [base, ...guides];
  for (const [i, subject] of subjects.entries())
    // A division that adopts a base as it is has the very same item.
    if (i === 0 || subject.item !== base?.item) found.push(...innerReferences(subject).found);
  judged.push(...runItemRulesOn(subjects, ready));
  if (ready.layer.length > 0)
    for (const subject of layersOf(chain, lookups)) judged.push(...runLayerRules(subject, ready));
  found.push(...schema, ...withoutUnjudged(judged, schema));
  if (found.length === 0) return [];
  const bySource = new Map(sources.map((source) => [source.path, source]));
  return suppress(onceEach(found), ready, bySource).diagnostics;
}

/** The errors among `found`, with their places. */
function located(found: readonly Diagnostic[], sources: readonly Source<unknown>[]): Diagnostic[] {
  const errors = found.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? [] : locate(errors, new Map(sources.map((source) => [source.path, source])));
}
