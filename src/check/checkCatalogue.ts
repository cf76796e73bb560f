import type { Catalogue, EffectiveItem } from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { pointer } from '../model/path.ts';
import { locate } from './locate.ts';
import { runCatalogueRules, runFileRules, runItemRules } from './runRules.ts';
import { checkSchema } from './schema/checkSchema.ts';

/**
 * Everything that is wrong in a catalogue: what could not be read or resolved, what breaks a schema, and what
 * the rules find, each once, with its place, ordered by file and place. Content never makes it throw.
 */
export function checkCatalogue(catalogue: Catalogue): Diagnostic[] {
  const found: Diagnostic[] = [...catalogue.diagnostics];
  const broken = new Set<string>();
  for (const source of catalogue.sources.values()) {
    const diagnostics = checkSchema(source.kind, source.written, source.path);
    if (diagnostics.length > 0) broken.add(source.path);
    else found.push(...runFileRules(source, catalogue.lookups));
    found.push(...diagnostics);
  }
  // Rules read values by their types, so an item that breaks its schema waits until that is mended.
  const whole = (subject: EffectiveItem) => !subject.files.some((file) => broken.has(file));
  const bases = catalogue.bases.filter(whole);
  const guides = catalogue.guides.filter(whole);
  for (const guide of guides) found.push(...checkEffective(guide));
  for (const subject of [...bases, ...guides]) found.push(...runItemRules(subject, catalogue.lookups));
  found.push(...runCatalogueRules({ bases, guides, lookups: catalogue.lookups }));
  return ordered(locate(onceEach(found), catalogue.sources));
}

/** What the schema of an item finds in what the layers make together and no layer is wrong in by itself. */
export function checkEffective(subject: EffectiveItem): Diagnostic[] {
  const first = subject.files[0]!;
  if (subject.files.length < 2) return [];
  return checkSchema('item', subject.item, first).map((diagnostic) => {
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
