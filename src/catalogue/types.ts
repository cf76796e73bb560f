import type { CatalogueShape } from '../model/catalogueShape.ts';
import type { Bundle } from '../model/bundle.ts';
import type {
  AdoptionFile,
  AgencyFile,
  CalendarFile,
  CatalogueFile,
  CentreFile,
  ExtensionFile,
  GovernanceFile,
  LawFile,
  RuleFile,
  SuppressionFile,
  TranslationFile,
} from '../model/generated/schemas.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Draft, Item, Layer } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import type { FileKind, Words } from '../model/schemas.ts';

/** The files of a catalogue: path from its root (with `/`) to text or bytes as they stand on disk or in git. */
export type CatalogueFiles = ReadonlyMap<string, string | Uint8Array>;

/** A file read: its text as it stands and what it says. */
export interface Source<T> {
  path: string;
  kind: FileKind;
  text: string;
  /** What the file says as far as it has the types of its schema: code written for them may read it. */
  value: Draft<T>;
  /** All that the file says, whatever it is; the check judges this. */
  written: unknown;
  /** The catalogue's shape, by which it was read; the built-in one where it is left out. */
  shape?: CatalogueShape;
}

/** One step of an item's chain: the base (`Item`) or what a lower level says (`Layer`), highest level first. */
export type ItemSource =
  | { role: 'base'; division: string; source: Source<Item> }
  | { role: 'layer'; division: string; source: Source<Layer> };

/** Where a value of an effective item was written. `path` is the place inside that file (`overlay` included). */
export interface Origin {
  division: string;
  file: string;
  path: Path;
}

/**
 * One item as it holds in one division: the base with all layers down to the division merged.
 * `division` `000000` is the base by itself. A base that nobody above wrote starts at its own division.
 */
export interface EffectiveItem {
  id: string;
  division: string;
  /** Merged value. May be incomplete where a file is; `check` says so. */
  item: Draft<Item>;
  /** Files that were merged, highest level first. */
  files: string[];
  /** Where the value at `path` (positions in the merged lists) was written; of a map, the file that began it. */
  originOf(path: Path): Origin;
}

export type Agency = NonNullable<AgencyFile['agencies']>[number] & { division: string; file: string };
export type Law = LawFile;
export type Centre = CentreFile;
export type Window = CentreFile['windows'][number] & { centre: string };
export type Calendar = CalendarFile;
/** A finding that is let be until a day; as written, so parts may be missing. */
export type Suppression = Draft<SuppressionFile['suppressions'][number]>;

/** English words of an item's texts; as written, so parts may be missing. */
export type Translation = Draft<TranslationFile>;

/** A bundle as the guides of its members tell of it. */
export interface BundleEntry {
  id: string;
  name: string;
  /** Where it is offered, and the ids of its members' items. */
  divisions: string[];
  items: string[];
}

/** What rules, guides and forms may ask of the catalogue around an item. Serialisable: see `LookupData`. */
export interface Lookups {
  /** All that is asked about, for who offers a choice of it. */
  data: LookupData;
  /** The fields of the catalogue's files, those that it adds among them. */
  shape: CatalogueShape;
  config: CatalogueFile;
  law(id: string): Law | undefined;
  agency(id: string): Agency | undefined;
  /** The agency of `division` (or, failing that, of the nearest division above it) that carries a department. */
  agencyFor(department: string, division: string): Agency | undefined;
  centre(id: string): Centre | undefined;
  /** `centre/window`. */
  window(ref: string): Window | undefined;
  /** Name of an item by its id. */
  itemName(id: string): string | undefined;
  /** Bundles that `division` offers and that contain the item. */
  bundlesOf(item: string, division: string): BundleEntry[];
  divisionName(code: string): string;
  /** English name of a division, where the catalogue has one. */
  divisionEn(code: string): string | undefined;
  /** `code` and the codes above it, lowest first, ending in 000000. */
  divisionChain(code: string): string[];
  /** Words of a code of a code list; the code itself where the list has none. */
  codeLabel(list: string, code: string): Words;
  hasCode(list: string, code: string): boolean;
  /** Why a code is not to be chosen any more; `undefined` where it is. */
  retiredCode(list: string, code: string): string | undefined;
  calendar(): Calendar | undefined;
  /** English words of the item's texts. */
  translation(item: string): Translation | undefined;
  /**
   * Where questions are noted: what `work` gives, and what notes its questions once more, for who keeps what it gave.
   */
  noted?<T>(work: () => T): { result: T; again(): void };
}

/** The data behind `Lookups`, to be sent to a worker or a browser as JSON. */
export interface LookupData {
  config: CatalogueFile;
  laws: Law[];
  agencies: Agency[];
  centres: Centre[];
  calendars: Calendar[];
  items: { id: string; name: string }[];
  suppressions: Suppression[];
  rules: Draft<RuleFile>[];
  translations: Translation[];
  /** What the catalogue adds to the shape of items. */
  extension?: Draft<ExtensionFile>;
  bundles: BundleEntry[];
}

/** A whole catalogue, read and resolved. */
export interface Catalogue {
  files: CatalogueFiles;
  sources: ReadonlyMap<string, Source<unknown>>;
  lookups: Lookups;
  lookupData: LookupData;
  governance: Source<GovernanceFile> | undefined;
  adoptions: ReadonlyMap<string, Source<AdoptionFile>>;
  /** Every item's chain of files by item id, before merging. */
  chains: ReadonlyMap<string, ItemSource[]>;
  /** Bases by themselves, one an item. */
  bases: EffectiveItem[];
  /** Effective guides: every applicable item in every adopting division, ordered by division, then item. */
  guides: EffectiveItem[];
  /** Bundles (一件事) in order of their path. */
  bundles: Source<Bundle>[];
  /** What could not be read or resolved. Schema and rules are the check's. */
  diagnostics: Diagnostic[];
}
