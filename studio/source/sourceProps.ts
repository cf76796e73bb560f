import type { Lookups } from '../../src/catalogue/index.ts';
import type { Cite, Diagnostic, Fix, Range } from '../../src/model/diagnostic.ts';
import type { Path } from '../../src/model/path.ts';
import type { TextDocument } from '../document/textDocument.ts';

/** What every form of the source lens is given. */
export interface SourceProps {
  /** The one text; the lens shows it and changes it, and keeps none of its own. */
  document: TextDocument;
  /** Path of the file in the catalogue. */
  file: string;
  diagnostics: readonly Diagnostic[];
  lookups: Lookups | undefined;
  readonly: boolean;
  /** What the catalogue has on main; `undefined` of a new file. */
  base?: string | undefined;
}

/** What every form of the source lens tells. */
export interface SourceEmits {
  /** The place of the value where the cursor stands. */
  cursor: [path: Path];
  /** A fix that was chosen; the page makes it. */
  fix: [fix: Fix];
  /** A file of the catalogue that the person asked to see. */
  open: [file: string];
  /** An article that the person wants to read. */
  article: [cite: Cite];
  /** An id that the person gave another name; the page shows what that means, and makes it. */
  rename: [wish: RenameWish];
}

/** An id that is to be called otherwise: where it stands, whether as a key, and how. */
export interface RenameWish {
  path: Path;
  at: 'key' | 'value';
  to: string;
}

/** What a page may ask of any form of the source lens. */
export interface SourceExposed {
  /** Scrolls to `range`, selects it and puts the cursor there. */
  reveal(range: Range): void;
  /** Scrolls to `range` and leaves the cursor where it is. */
  show(range: Range): void;
  /** Asks for another name of the id at the cursor; whether it can. */
  rename?(): boolean;
}
