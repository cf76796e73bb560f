import type { Edit } from './edit.ts';
import type { Path } from './path.ts';

/** A place in a text: `offset` in UTF-16 units from 0, `line` and `column` from 1. */
export interface Position {
  offset: number;
  line: number;
  column: number;
}

/** A stretch of text, `end` not included. */
export interface Range {
  start: Position;
  end: Position;
}

export type Severity = 'error' | 'warning' | 'info';

/** A law that a finding rests on; `article` as numbered in the law, `paragraph` (款) from 1. */
export interface Cite {
  law: string;
  article?: number;
  paragraph?: number;
  /** Its Chinese title in the catalogue, for a law that only a catalogue knows. */
  title?: string;
}

/** A change that settles a finding, offered and never made unasked. */
export interface Fix {
  title: string;
  titleEn: string;
  edits: Edit[];
}

/**
 * What is wrong with a file, and what to do about it. The one type that the command line, the server, the
 * form, the source editor and CI show.
 *
 * `code` is `<part>/<name>`: `text/…` from reading, `schema/…` from the schemas, `catalogue/…` from
 * references and layers, and the id of a rule from the rules. `message` is Chinese, `messageEn` English.
 */
export interface Diagnostic {
  code: string;
  severity: Severity;
  message: string;
  messageEn: string;
  file: string;
  path: Path;
  range?: Range;
  cites: Cite[];
  fix?: Fix;
  /** Set where the catalogue lets the finding be until a day; it is then of severity `info` and stops nothing. */
  suppressed?: Suppressed;
}

/** Why a finding is let be, until when (`YYYY-MM-DD`, that day included), and what it would weigh otherwise. */
export interface Suppressed {
  reason: string;
  until: string;
  severity: Severity;
}
