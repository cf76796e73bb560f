import type { Catalogue, EffectiveItem, LookupData, Lookups, Source } from '../../catalogue/index.ts';
import type { Cite, Severity } from '../../model/diagnostic.ts';
import type { Edit } from '../../model/edit.ts';
import type { CatalogueFile } from '../../model/generated/schemas.ts';
import type { Draft, Item, Layer } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import type { FileKind, Words } from '../../model/schemas.ts';
import type { Family } from './families.ts';

/** What a rule may ask beside its subject. */
export interface Context {
  lookups: Lookups;
  /** The day of the check, `YYYY-MM-DD`. Rules have no clock: the same catalogue has the same findings. */
  date: string;
  /**
   * The value of one of the rule's parameters: what `catalogue.yaml` says, or else the default.
   * @throws Error where the rule declares no such parameter of this type, which is a fault of the rule.
   */
  number: (name: string) => number;
  text: (name: string) => string;
  list: (name: string) => readonly string[];
}

/** What a catalogue may set of a rule, in `catalogue.yaml` under `rules.<id>.parameters`. */
export interface Parameter {
  /** Also decides the type. */
  default: number | string | readonly string[];
  title: Words;
}

/** What a rule finds, in terms of its subject; whoever runs the rule turns it into a `Diagnostic`. */
export interface Finding {
  /** The value that is wrong, as deep as possible. Of an effective item it decides which file is named. */
  path: Path;
  message: Words;
  /** Where this finding weighs less than the rule's others. */
  severity?: Severity;
  /** Laws cited beyond the rule's own. */
  cites?: Cite[];
  /** A change that settles it, with paths of the same kind. */
  fix?: { title: Words; edits: Edit[] };
}

interface RuleBase {
  /** Also the file's name and the diagnostic's code. */
  id: string;
  family: Family;
  severity: Severity;
  /** What it asks for, in one sentence. */
  title: Words;
  /** Which ill it prevents and how to mend it, in a sentence or two, for the page of the rule. */
  why: Words;
  /** The law it follows from. */
  cites: Cite[];
  parameters?: Record<string, Parameter>;
  /** Ways to break the small catalogue of `tests/fixtures/valid` so that this rule speaks, once, and no other. */
  mutations?: Mutation[];
}

/** One way to break a valid catalogue. */
export interface Mutation {
  name: string;
  /** Files of it that are copied first, from a path to another: a whole item is too long to write out. */
  copies?: Record<string, string>;
  /** Edits of its item `000000/urban-road-excavation-permit.yaml`. */
  edits?: Edit[];
  /** Edits of its other files, by path. */
  others?: Record<string, Edit[]>;
  /** Files that are added to it, by path. */
  files?: Record<string, unknown>;
  date?: string;
}

/** What stands around an example beside the small catalogue of `tests/fixtures/valid`; its own entries win. */
export interface Surroundings {
  laws?: Draft<LookupData['laws']>;
  agencies?: Draft<LookupData['agencies']>;
  centres?: Draft<LookupData['centres']>;
  calendars?: Draft<LookupData['calendars']>;
  items?: LookupData['items'];
  config?: Draft<CatalogueFile>;
  /** The day of the check; 2026-06-01 where it is not given. */
  date?: string;
}

/** An example that shows what a rule is about; a bad one makes exactly one finding, at `at` where it is given. */
export interface Example extends Surroundings {
  name: string;
  item: Draft<Item>;
  /** Where the item holds; the nation where it is not given. */
  division?: string;
  at?: Path;
}

/** A rule about one item as it holds in one division. */
export interface ItemRule extends RuleBase {
  scope: 'item';
  good: Example[];
  bad: Example[];
  check(item: Draft<Item>, context: Context, subject: EffectiveItem): Finding[];
}

/** One layer of an item and what it changes. */
export interface LayerSubject {
  /** The item as it holds above this layer. */
  upper: EffectiveItem;
  layer: Source<Layer>;
  /** The layer's division. */
  division: string;
  /** The item with this layer; `lower.originOf(path).path` is the place in the layer's file. */
  lower: EffectiveItem;
}

/**
 * A base and the layers on it, for the rules about layers. The layers stand in the divisions 510000, 511500 and
 * 511502 in turn where `divisions` names no others; `at` is a place in a layer's file.
 */
export interface LayerExample extends Surroundings {
  name: string;
  base: Draft<Item>;
  layers: Draft<Layer>[];
  divisions?: string[];
  at?: Path;
}

/** A rule about what a layer may change; paths of its findings are those of the layer's file, `overlay` included. */
export interface LayerRule extends RuleBase {
  scope: 'layer';
  good: LayerExample[];
  bad: LayerExample[];
  check(subject: LayerSubject, context: Context): Finding[];
}

/**
 * What stands together in a catalogue: bases by themselves, or `files` (path to value), which may be of any kind.
 * Both stand in the small catalogue of `tests/fixtures/valid` without its items; files of theirs win.
 */
export interface CatalogueExample {
  name: string;
  items?: Draft<Item>[];
  files?: Record<string, unknown>;
  date?: string;
  /** Where a bad example's finding is. */
  file?: string;
  at?: Path;
}

/** A finding of a catalogue rule: in an effective item, or in a file with the paths of the file. */
export interface CatalogueFinding {
  subject: EffectiveItem | Source<unknown>;
  finding: Finding;
}

/** A rule across the catalogue. `bases` and `guides` hold only items whose files all keep to their schemas. */
export interface CatalogueRule extends RuleBase {
  scope: 'catalogue';
  good: CatalogueExample[];
  bad: CatalogueExample[];
  check(catalogue: Readonly<Catalogue>, context: Context): CatalogueFinding[];
}

/** A rule about what one file says by itself, whatever its kind; paths of its findings are those of the file. */
export interface FileRule extends RuleBase {
  scope: 'file';
  good: FileExample[];
  bad: FileExample[];
  check(file: Pick<Source<unknown>, 'kind' | 'value'>, context: Context): Finding[];
}

/** What a file of `kind` may say, for the rules about files. */
export interface FileExample extends Surroundings {
  name: string;
  kind: FileKind;
  value: unknown;
  at?: Path;
}

export type Rule = ItemRule | LayerRule | CatalogueRule | FileRule;
export type AnyExample = Example | LayerExample | CatalogueExample | FileExample;
