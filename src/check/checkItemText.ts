import {
  brokenBundleReferences,
  bundleText,
  type BundleText,
  brokenInnerReferences,
  brokenReferences,
  divisionOf,
  effectiveItem,
  itemChain,
  itemLevels,
  itemSources,
  readSource,
  type EffectiveItem,
  type ItemSource,
  type Source,
  type Translation,
} from '../catalogue/index.ts';
import type { Bundle } from '../model/bundle.ts';
import type { CatalogueShape } from '../model/catalogueShape.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkEffective, layerSubject, onceEach, ordered } from './checkCatalogue.ts';
import { locate } from './locate.ts';
import { readyRules, type CheckSetting } from './readyRules.ts';
import { runFileRules, runItemRules, runLayerRules } from './runRules.ts';
import { checkSchema } from './schema/checkSchema.ts';
import { settingFindings } from './settingFindings.ts';
import { suppress } from './suppress.ts';
import { withoutUnjudged } from './withoutUnjudged.ts';

/**
 * One file as it is being written, with the files of the levels above it, highest first; of a bundle, with those that
 * `filesOfBundle` names; of a translation, with those of all levels of its item.
 */
export interface ItemText {
  file: string;
  text: string;
  upper: { path: string; text: string }[];
  /** Paths of the attachments that the draft has; where it is not said, every attachment is taken to be there. */
  attachments?: readonly string[];
}

/** What is wrong in the text, and the item it makes with the levels above; no item where it cannot be read. */
export interface ItemTextResult {
  diagnostics: Diagnostic[];
  effective: EffectiveItem | undefined;
  /** Of a bundle, what it makes with the items of its members. */
  bundle?: BundleText;
  /** Of a translation, what it says, and its item at each level, the highest first. */
  translated?: { translation: Translation; levels: EffectiveItem[] };
}

/**
 * Checks one file of a draft with all rules that look at one item; the studio runs it at every pause of typing.
 * Only what is wrong in this file is told, not what stands in the files above. Any file of a catalogue may be
 * given; one that is no item has no effective item.
 */
export function checkItemText(
  { file, text, upper, attachments }: ItemText,
  setting: CheckSetting,
): ItemTextResult {
  const { lookups } = setting;
  const { shape } = lookups;
  const read = readSource(file, text, shape);
  if (read.kind !== 'source')
    return { diagnostics: read.kind === 'problems' ? read.diagnostics : [], effective: undefined };
  const { source } = read;
  const schema = checkSchema(source.kind, source.written, file, shape);
  const isSound = !schema.some(({ severity }) => severity === 'error');
  const hasFile = attachments && ((path: string) => attachments.includes(path));
  const known = { lookups, ...(hasFile && { hasFile }) };
  const found = [...schema, ...brokenReferences(source, known)];
  // The kind of a source tells the type of its value.
  const bundle = source.kind === 'bundle' ? bundleText(source as Source<Bundle>, upper, lookups) : undefined;
  if (bundle !== undefined) found.push(...brokenReferencesOf(source as Source<Bundle>, bundle));
  const ready = readyRules(setting);
  const judged: Diagnostic[] = [];
  if (isSound) judged.push(...runFileRules(source, ready), ...settingFindings(source, ready));
  const chain = chainOf(source, upper, shape);
  const effective = chain && effectiveItem(chain, divisionOf(source));
  if (effective !== undefined) {
    found.push(...brokenInnerReferences(effective));
    if (isSound) found.push(...checkEffective(effective, shape));
    judged.push(...runItemRules(effective, ready));
  }
  const layer = chain && layerSubject(chain);
  if (layer !== undefined) judged.push(...runLayerRules(layer, ready));
  found.push(...withoutUnjudged(judged, schema));
  const here = found.filter((diagnostic) => diagnostic.file === file);
  const sources = new Map([[file, source]]);
  const { diagnostics } = suppress(onceEach(here), ready, sources);
  const located = ordered(locate(diagnostics, sources));
  if (source.kind === 'translation') {
    const levels = itemLevels(itemChain(upper, shape), lookups);
    // The kind of a source tells the type of its value.
    return {
      diagnostics: located,
      effective,
      translated: { translation: source.value as Translation, levels },
    };
  }
  return { diagnostics: located, effective, ...(bundle && { bundle }) };
}

/** What a bundle names of members whose files were not given is for the check of the whole catalogue to judge. */
function brokenReferencesOf(source: Source<Bundle>, { items }: BundleText): Diagnostic[] {
  return brokenBundleReferences(source, (item) => {
    const found = items.get(item);
    return found === undefined ? [] : [found.item];
  });
}

/** The files that make the item of `source`, base first; none where it is no item, or nobody wrote the base. */
function chainOf(
  source: Source<unknown>,
  upper: ItemText['upper'],
  shape: CatalogueShape,
): ItemSource[] | undefined {
  if (source.kind !== 'item' && source.kind !== 'layer') return undefined;
  const chain = [...itemChain(upper, shape), ...itemSources(source)];
  return chain[0]?.role === 'base' ? chain : undefined;
}
