/** The inner handbook as a value: what it says, in the order in which it says it. Page and Word file are made of it. */
export interface Handbook {
  /** Name of the item. */
  name: string;
  /** Where it holds, by whom and since when. */
  lead: string;
  /** Stands at the top and on every sheet: a sample, for instance. */
  mark?: string;
  sections: HandbookSection[];
}

export interface HandbookSection {
  id: string;
  zh: string;
  en: string;
  blocks: HandbookBlock[];
}

export type HandbookBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; rows: [label: string, value: string][] }
  | {
      kind: 'table';
      columns: string[];
      /** Share of the width that each column has, in twelfths. */
      widths: number[];
      rows: string[][];
    };
