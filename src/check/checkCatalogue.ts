import {
  effectiveItem,
  type Catalogue,
  type EffectiveItem,
  type ItemSource,
  type Lookups,
  type Source,
  type Suppression,
} from '../catalogue/index.ts';
import type { CatalogueShape } from '../model/catalogueShape.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CatalogueFile, SuppressionFile } from '../model/generated/schemas.ts';
import { pointer } from '../model/path.ts';
import { locate } from './locate.ts';
import { readyRules } from './readyRules.ts';
import type { LayerSubject } from './rules/index.ts';
import { runCatalogueRules, runFileRules, runItemRules, runLayerRules } from './runRules.ts';
import { checkSchema } from './schema/checkSchema.ts';
import { idleSuppressions, settingFindings } from './settingFindings.ts';
import { suppress } from './suppress.ts';
import { logoFindings } from './themeFindings.ts';
import { withoutUnjudged } from './withoutUnjudged.ts';

/**
 * Everything that is wrong in a catalogue: what could not be read or resolved, what breaks a schema, and what
 * the rules find on `date` (`YYYY-MM-DD`), each once, with its place, ordered by file and place. Content never
 * makes it throw.
 */
export function checkCatalogue(catalogue: Catalogue, date: string): Diagnostic[] {
  const { lookups } = catalogue;
  const ready = readyRules({ lookups, date });
  const found: Diagnostic[] = [...catalogue.diagnostics];
  const schema: Diagnostic[] = [];
  const judged: Diagnostic[] = [];
  const broken = new Set<string>();
  for (const source of catalogue.sources.values()) {
    const diagnostics = checkSchema(source.kind, source.written, source.path, lookups.shape);
    if (diagnostics.some(({ severity }) => severity === 'error')) broken.add(source.path);
    else judged.push(...runFileRules(source, ready), ...settingFindings(source, ready));
    // The kind of a source tells the type of its value.
    if (source.kind === 'catalogue')
      judged.push(...logoFindings(source as Source<CatalogueFile>, catalogue.files));
    schema.push(...diagnostics);
  }
  for (const guide of catalogue.guides)
    // What a file is wrong in by itself is not told again of what it makes.
    if (!guide.files.some((file) => broken.has(file))) schema.push(...checkEffective(guide, lookups.shape));
  for (const subject of catalogue.bases) judged.push(...runItemRules(subject, ready));
  for (const subject of catalogue.guides) judged.push(...runItemRules(subject, ready));
  if (ready.layer.length > 0)
    for (const chain of catalogue.chains.values())
      for (const subject of layersOf(chain, lookups)) judged.push(...runLayerRules(subject, ready));
  const bundles = catalogue.bundles.filter(({ path }) => !broken.has(path));
  judged.push(...runCatalogueRules({ ...catalogue, bundles }, ready));
  found.push(...schema, ...withoutUnjudged(judged, schema));
  const { diagnostics, used } = suppress(onceEach(found), ready, catalogue.sources);
  const isBroken = ({ item, file }: Suppression) =>
    [...broken].some((path) => path === file || path.endsWith(`/${item}.yaml`));
  for (const source of catalogue.sources.values())
    if (source.kind === 'suppression' && !broken.has(source.path))
      // The kind of a source tells the type of its value.
      diagnostics.push(...idleSuppressions(source as Source<SuppressionFile>, used, ready, isBroken));
  return ordered(locate(diagnostics, catalogue.sources));
}

/**
 * What could not be read or resolved, and what breaks a schema, and nothing that a rule would find: a quick look at
 * files on their way in.
 */
export function checkStructure(catalogue: Catalogue): Diagnostic[] {
  const found: Diagnostic[] = [...catalogue.diagnostics];
  const { shape } = catalogue.lookups;
  for (const { kind, written, path } of catalogue.sources.values())
    found.push(...checkSchema(kind, written, path, shape));
  for (const guide of catalogue.guides) found.push(...checkEffective(guide, shape));
  return ordered(locate(onceEach(found), catalogue.sources));
}

/** Every layer of one item against what stands above it; none where nobody has written the base. */
export function layersOf(chain: readonly ItemSource[], lookups: Lookups): LayerSubject[] {
  const byDivision = new Map(chain.map((step) => [step.division, step]));
  return chain.flatMap((step) => {
    if (step.role !== 'layer') return [];
    const down = lookups
      .divisionChain(step.division)
      .reverse()
      .flatMap((code) => byDivision.get(code) ?? []);
    return layerSubject(down) ?? [];
  });
}

/** The last layer of `chain` (base first) against what stands above it. */
export function layerSubject(chain: readonly ItemSource[]): LayerSubject | undefined {
  const last = chain.at(-1);
  const above = chain.slice(0, -1);
  if (last?.role !== 'layer' || above[0]?.role !== 'base') return undefined;
  return {
    upper: effectiveItem(above, above.at(-1)!.division),
    layer: last.source,
    division: last.division,
    lower: effectiveItem(chain, last.division),
  };
}

/** What the schema of an item finds in what the layers make together and no layer is wrong in by itself. */
export function checkEffective(subject: EffectiveItem, shape: CatalogueShape): Diagnostic[] {
  const first = subject.files[0]!;
  if (subject.files.length < 2) return [];
  return checkSchema('item', subject.item, first, shape).map((diagnostic) => {
    const origin = subject.originOf(diagnostic.path);
    return { ...diagnostic, file: origin.file, path: origin.path };
  });
}

/** `diagnostics` without those that say the same of the same place: a base is checked for many divisions. */
export function onceEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const d of diagnostics) {
    const key = `${d.file}\n${d.code}\n${pointer(d.path)}\n${d.message}`;
    if (!seen.has(key)) seen.set(key, d);
  }
  return [...seen.values()];
}

/** By file, then place, then code. */
export function ordered(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0) ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
