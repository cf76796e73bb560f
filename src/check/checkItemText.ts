import {
  brokenInnerReferences,
  brokenReferences,
  divisionOf,
  effectiveItem,
  itemChain,
  itemSources,
  readSource,
  type EffectiveItem,
  type Lookups,
  type Source,
} from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkEffective, onceEach, ordered } from './checkCatalogue.ts';
import { locate } from './locate.ts';
import { runFileRules, runItemRules } from './runRules.ts';
import { checkSchema } from './schema/checkSchema.ts';

/** One file as it is being written, with the files of the levels above it, highest first. */
export interface ItemText {
  file: string;
  text: string;
  upper: { path: string; text: string }[];
}

/** What is wrong in the text, and the item it makes with the levels above; no item where it cannot be read. */
export interface ItemTextResult {
  diagnostics: Diagnostic[];
  effective: EffectiveItem | undefined;
}

/**
 * Checks one file of a draft with all rules that look at one item; the studio runs it at every pause of typing.
 * Only what is wrong in this file is told, not what stands in the files above. Any file of a catalogue may be
 * given; one that is no item has no effective item.
 */
export function checkItemText({ file, text, upper }: ItemText, lookups: Lookups): ItemTextResult {
  const read = readSource(file, text);
  if (read.kind !== 'source')
    return { diagnostics: read.kind === 'problems' ? read.diagnostics : [], effective: undefined };
  const { source } = read;
  const schema = checkSchema(source.kind, source.written, file);
  const found = [...schema, ...brokenReferences(source, { lookups })];
  if (schema.length === 0) found.push(...runFileRules(source, lookups));
  const effective = effectiveOf(source, upper);
  if (effective !== undefined) {
    found.push(...brokenInnerReferences(effective));
    if (schema.length === 0) found.push(...checkEffective(effective), ...runItemRules(effective, lookups));
  }
  const here = found.filter((diagnostic) => diagnostic.file === file);
  return { diagnostics: ordered(locate(onceEach(here), new Map([[file, source]]))), effective };
}

function effectiveOf(source: Source<unknown>, upper: ItemText['upper']): EffectiveItem | undefined {
  if (source.kind !== 'item' && source.kind !== 'layer') return undefined;
  const chain = [...itemChain(upper), ...itemSources(source)];
  return chain[0]?.role === 'base' ? effectiveItem(chain, divisionOf(source)) : undefined;
}
