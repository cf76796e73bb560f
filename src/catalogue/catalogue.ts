import { attachmentProblem } from '../model/attachments/attachmentProblem.ts';
import type { Bundle } from '../model/bundle.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type {
  AdoptionFile,
  AgencyFile,
  CalendarFile,
  CatalogueFile,
  CentreFile,
  ExtensionFile,
  GovernanceFile,
  RuleFile,
  SuppressionFile,
  TranslationFile,
} from '../model/generated/schemas.ts';
import { builtInShape, type CatalogueShape } from '../model/catalogueShape.ts';
import { extendedShape } from '../model/extendedShape.ts';
import type { Item, Layer } from '../model/item.ts';
import type { FileKind } from '../model/schemas.ts';
import { brokenBundleReferences } from './bundleReferences.ts';
import { effectiveItem } from './effective.ts';
import { placeOf } from './kinds.ts';
import { lookupsOf } from './lookups.ts';
import { guideFinder } from './memberItems.ts';
import { namedFiles } from './namedFiles.ts';
import { brokenInnerReferences, brokenReferences } from './references.ts';
import { readSource, type ReadFile } from './source.ts';
import type { Agency, Catalogue, CatalogueFiles, ItemSource, LookupData, Lookups, Source } from './types.ts';

const emptyConfig: CatalogueFile = {
  title: '',
  notice: '',
  calendar: '',
  divisions: [],
  codeLists: {
    itemTypes: [],
    powerSources: [],
    departments: [],
    served: [],
    channels: [],
    onlineDepths: [],
    reaches: [],
    themes: [],
  },
};

/**
 * Reads all files of a catalogue, resolves their references and merges every item for every division that
 * adopts it. A file that cannot be read becomes diagnostics and the rest goes on; nothing is thrown on content.
 * `readFile` reads one: whoever reads version after version of a catalogue may remember what each file gave.
 */
export function readCatalogue(files: CatalogueFiles, readFile: ReadFile = readSource): Catalogue {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, Source<unknown>>();
  const shape = shapeIn(files, readFile);
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path)!;
    const read = readFile(path, content, shape);
    if (read.kind === 'attachment') diagnostics.push(...attachmentFindings(path, content));
    else if (read.kind === 'source') sources.set(path, read.source);
    else if (read.kind === 'problems') diagnostics.push(...read.diagnostics);
  }
  return assembleCatalogue(files, sources, diagnostics);
}

/** Where a catalogue says what it adds to the shape of its items. */
export const extensionPath = 'extension/item.yaml';

/** The shape by which the files of a catalogue are to be read; the built-in one where its own cannot be read. */
export function shapeIn(files: CatalogueFiles, readFile: ReadFile = readSource): CatalogueShape {
  const content = files.get(extensionPath);
  const read = content === undefined ? undefined : readFile(extensionPath, content, builtInShape);
  // The kind of a source tells the type of its value.
  return read?.kind === 'source' ? extendedShape((read.source as Source<ExtensionFile>).value) : builtInShape;
}

/** As `readCatalogue`, from sources already read; `diagnostics` of the reading come first in the result's. */
export function assembleCatalogue(
  files: CatalogueFiles,
  sources: ReadonlyMap<string, Source<unknown>>,
  diagnostics: readonly Diagnostic[],
): Catalogue {
  const lookupData = lookupDataOf(sources);
  const lookups = lookupsOf(lookupData);
  const found: Diagnostic[] = [...diagnostics];
  if (!sources.has('catalogue.yaml') && !diagnostics.some((d) => d.file === 'catalogue.yaml'))
    found.push(noConfig());
  const chains = chainsOf(sources, lookups);
  const adoptions = new Map<string, Source<AdoptionFile>>();
  for (const source of ofKind<AdoptionFile>(sources, 'adoption'))
    adoptions.set(divisionOf(source.path), source);

  const hasFile = (path: string) => files.has(path);
  for (const source of sources.values()) {
    found.push(...brokenReferences(source, { lookups, hasFile }), ...misplaced(source));
  }
  const bases = [...chains.values()].flatMap((chain) =>
    chain[0]?.role === 'base' ? [effectiveItem([chain[0]], chain[0].division)] : [],
  );
  const guides = [];
  for (const [division, adoption] of [...adoptions].sort(([a], [b]) => a.localeCompare(b))) {
    const above = new Set(lookups.divisionChain(division));
    for (const [position, line] of (adoption.value.items ?? []).entries()) {
      const chain = chains.get(line.id ?? '')?.filter((step) => above.has(step.division));
      if (chain?.[0]?.role !== 'base') found.push(adoptsNothing(adoption.path, position, line.id ?? ''));
      else {
        const effective = effectiveItem(chain, division);
        if (effective.item.basics?.kind !== 'container') guides.push(effective);
      }
    }
  }
  for (const [id, chain] of chains)
    if (chain[0]?.role !== 'base') for (const step of chain) found.push(layerOfNothing(step.source.path, id));
  for (const effective of [...bases, ...guides]) found.push(...brokenInnerReferences(effective));
  const bundles = ofKind<Bundle>(sources, 'bundle');
  if (bundles.length > 0) {
    const find = guideFinder(guides, lookups);
    const versionsOf = (item: string, divisions: readonly string[]) =>
      divisions.flatMap((division) => find(item, division)?.item ?? []);
    for (const bundle of bundles) found.push(...brokenBundleReferences(bundle, versionsOf));
  }
  const broken = new Set(diagnostics.map(({ file }) => file));
  found.push(...unusedAttachments(files, sources).filter(({ file }) => !broken.has(file)));

  return {
    files,
    sources,
    lookups,
    lookupData,
    governance: ofKind<GovernanceFile>(sources, 'governance')[0],
    adoptions,
    chains,
    bases,
    guides,
    bundles,
    diagnostics: withoutRepeats(found),
  };
}

/** The entries of the catalogue that items refer to, as data. */
export function lookupDataOf(sources: ReadonlyMap<string, Source<unknown>>): LookupData {
  const config = sources.get('catalogue.yaml')?.value as CatalogueFile | undefined;
  const agencies: Agency[] = ofKind<AgencyFile>(sources, 'agency').flatMap((source) =>
    (source.value.agencies ?? []).map((agency) => ({
      ...(agency as Agency),
      division: source.value.division ?? divisionOf(source.path),
      file: source.path,
    })),
  );
  const extension = ofKind<ExtensionFile>(sources, 'extension')[0]?.value;
  const items = ofKind<Item>(sources, 'item').map((source) => ({
    id: source.value.id ?? '',
    name: source.value.basics?.name ?? source.value.id ?? '',
  }));
  return {
    config: { ...emptyConfig, ...config, codeLists: { ...emptyConfig.codeLists, ...config?.codeLists } },
    laws: values(sources, 'law'),
    agencies,
    centres: values<CentreFile>(sources, 'centre'),
    calendars: values<CalendarFile>(sources, 'calendar'),
    items,
    rules: ofKind<RuleFile>(sources, 'rule').map((source) => source.value),
    translations: ofKind<TranslationFile>(sources, 'translation').map((source) => source.value),
    ...(extension !== undefined && { extension }),
    suppressions: ofKind<SuppressionFile>(sources, 'suppression').flatMap(
      (source) => source.value.suppressions ?? [],
    ),
    bundles: ofKind<Bundle>(sources, 'bundle').map((source) => ({
      id: source.value.id ?? '',
      name: source.value.name ?? source.value.id ?? '',
      divisions: source.value.divisions ?? [],
      items: (source.value.members ?? []).flatMap(({ item }) => item ?? []),
    })),
  };
}

function chainsOf(
  sources: ReadonlyMap<string, Source<unknown>>,
  lookups: Lookups,
): Map<string, ItemSource[]> {
  const chains = new Map<string, ItemSource[]>();
  const add = (id: string, step: ItemSource) => chains.set(id, [...(chains.get(id) ?? []), step]);
  for (const source of sources.values()) {
    const place = placeOf(source.path);
    if (place.kind !== 'file' || place.id === undefined || place.division === undefined) continue;
    // The path is computed from the id, so it names the item even where the text's own id is wrong.
    if (source.kind === 'item')
      add(place.id, { role: 'base', division: place.division, source: source as Source<Item> });
    else if (source.kind === 'layer')
      add(place.id, { role: 'layer', division: place.division, source: source as Source<Layer> });
  }
  const height = (step: ItemSource) => lookups.divisionChain(step.division).length;
  for (const chain of chains.values())
    chain.sort((a, b) => height(a) - height(b) || a.division.localeCompare(b.division));
  return chains;
}

function ofKind<T>(sources: ReadonlyMap<string, Source<unknown>>, kind: FileKind): Source<T>[] {
  return [...sources.values()].filter((source) => source.kind === kind) as Source<T>[];
}

/** Values taken as the schema has them; files that break it are named by the check. */
function values<T>(sources: ReadonlyMap<string, Source<unknown>>, kind: FileKind): T[] {
  return ofKind<T>(sources, kind)
    .map((source) => source.value as T | undefined)
    .filter((value): value is T => typeof value === 'object' && value !== null);
}

function divisionOf(path: string): string {
  return /\d{6}/.exec(path)?.[0] ?? '';
}

/** A file whose text says another id or division than its place. */
export function misplaced(source: Source<unknown>): Diagnostic[] {
  const place = placeOf(source.path);
  if (place.kind !== 'file') return [];
  const value = (source.written ?? {}) as { id?: unknown; division?: unknown };
  const wrong = (['id', 'division'] as const).find(
    (key) =>
      place[key] !== undefined &&
      value[key] !== undefined &&
      value[key] !== place[key] &&
      !(key === 'division' && (source.kind === 'item' || source.kind === 'layer')),
  );
  if (wrong === undefined) return [];
  // A draft may hold a map here, even one with a `toString` of its own.
  const said = typeof value[wrong] === 'string' ? value[wrong] : JSON.stringify(value[wrong]);
  return [
    {
      code: 'catalogue/misplaced',
      severity: 'error',
      message: `文件的位置说是“${place[wrong]}”，内容说是“${said}”。请把两者改为一致。`,
      messageEn: `The file's place says "${place[wrong]}", its text says "${said}". Make them agree.`,
      file: source.path,
      path: [wrong],
      cites: [],
    },
  ];
}

/** An attachment that is not what its name says, or too large. */
export function attachmentFindings(file: string, content: string | Uint8Array): Diagnostic[] {
  const problem = attachmentProblem(
    file,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  if (problem === undefined) return [];
  const { zh: message, en: messageEn } = problem;
  return [{ code: 'catalogue/attachment', severity: 'error', message, messageEn, file, path: [], cites: [] }];
}

/** Attachments that no file names: a form that was replaced by another, or never put into an item. */
function unusedAttachments(
  files: CatalogueFiles,
  sources: ReadonlyMap<string, Source<unknown>>,
): Diagnostic[] {
  const attachments = [...files.keys()].filter((path) => placeOf(path).kind === 'attachment');
  if (attachments.length === 0) return [];
  const named = new Set(
    [...sources.values()].flatMap(({ kind, written, shape }) =>
      namedFiles(kind, written, shape).map(({ file }) => file),
    ),
  );
  return attachments
    .filter((path) => !named.has(path))
    .map((file) => ({
      code: 'catalogue/unused-attachment',
      severity: 'info',
      message: '没有任何规程用到这个附件。请在申请表格或申请材料中选用，或删去它。',
      messageEn: 'No procedure uses this attachment. Choose it among the forms or materials, or take it out.',
      file,
      path: [],
      cites: [],
    }));
}

/** A line of adoption for an item that no level above has written. */
export function adoptsNothing(file: string, position: number, id: string): Diagnostic {
  return {
    code: 'catalogue/adopts-nothing',
    severity: 'error',
    message: `清单所列的“${id}”没有上级规程。请先写出它的规程，或去掉这一行。`,
    messageEn: `"${id}" is adopted but no level above has written it. Write its procedure first, or take the line out.`,
    file,
    path: ['items', position, 'id'],
    cites: [],
  };
}

/** A layer of an item that nobody has written. */
export function layerOfNothing(file: string, id: string): Diagnostic {
  return {
    code: 'catalogue/layer-of-nothing',
    severity: 'error',
    message: `“${id}”只有下级内容，没有规程本身。请写出 000000/${id}.yaml，或把本文件改写成完整的规程。`,
    messageEn: `"${id}" has a layer but no base. Write 000000/${id}.yaml, or make this file a whole procedure.`,
    file,
    path: ['overlay'],
    cites: [],
  };
}

/** A folder that is no catalogue. */
export function noConfig(): Diagnostic {
  return {
    code: 'catalogue/no-config',
    severity: 'error',
    message: '这里没有 catalogue.yaml，不是一个目录。请指明目录所在的文件夹。',
    messageEn: 'There is no catalogue.yaml here, so this is no catalogue. Name the folder that holds one.',
    file: 'catalogue.yaml',
    path: [],
    cites: [],
  };
}

function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((d) => {
    const key = JSON.stringify([d.code, d.file, d.path, d.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
