import type { Catalogue, EffectiveItem, Lookups, Source } from '../../catalogue/index.ts';
import type { Cite, Severity } from '../../model/diagnostic.ts';
import type { Edit } from '../../model/edit.ts';
import type { Draft, Item } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import type { FileKind, Words } from '../../model/schemas.ts';

/** What a rule finds, in terms of the effective item; whoever runs the rule turns it into a `Diagnostic`. */
export interface Finding {
  /** The value that is wrong, in the effective item, as deep as possible: it decides which file is named. */
  path: Path;
  message: Words;
  /** Where this finding weighs less than the rule's others. */
  severity?: Severity;
  /** Laws cited beyond the rule's own. */
  cites?: Cite[];
  /** A change that settles it, with paths in the effective item. */
  fix?: { title: Words; edits: Edit[] };
}

/** An example that shows what a rule is about; a bad one makes exactly one finding, at `at` where it is given. */
export interface Example {
  name: string;
  item: Draft<Item>;
  at?: Path;
}

interface RuleBase {
  /** Also the file's name and the diagnostic's code. */
  id: string;
  severity: Severity;
  /** What it asks for, in one sentence. */
  title: Words;
  /** The law it follows from. */
  cites: Cite[];
}

/** A rule about one item as it holds in one division. */
export interface ItemRule extends RuleBase {
  scope: 'item';
  good: Example[];
  bad: Example[];
  check(item: Draft<Item>, lookups: Lookups, subject: EffectiveItem): Finding[];
}

/** A rule across the catalogue; `good` and `bad` are sets of items that stand together. */
export interface CatalogueRule extends RuleBase {
  scope: 'catalogue';
  good: { name: string; items: Draft<Item>[] }[];
  bad: { name: string; items: Draft<Item>[] }[];
  check(
    catalogue: Pick<Catalogue, 'bases' | 'guides' | 'lookups'>,
  ): { subject: EffectiveItem; finding: Finding }[];
}

/** A rule about what one file says by itself, whatever its kind; paths of its findings are those of the file. */
export interface FileRule extends RuleBase {
  scope: 'file';
  good: FileExample[];
  bad: FileExample[];
  check(file: Pick<Source<unknown>, 'kind' | 'value'>): Finding[];
}

/** What a file of `kind` may say, for the rules about files. */
export interface FileExample {
  name: string;
  kind: FileKind;
  value: unknown;
  at?: Path;
}

export type Rule = ItemRule | CatalogueRule | FileRule;
