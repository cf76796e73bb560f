import type { Severity, Suppressed } from '../model/diagnostic.ts';
import type { Days } from '../model/generated/schemas.ts';
import type { Words } from '../model/schemas.ts';

/** A name to choose or group by: a division, an agency, a centre. */
export interface Named {
  id: string;
  name: string;
}

/** What the figures need to know of one effective guide: an item as one division handles it. */
export interface ReportSubject {
  /** `division/id`, by which figures name it. */
  key: string;
  id: string;
  division: string;
  name: string;
  basicCode?: string;
  /** Code in the list `itemTypes`. */
  type?: string;
  /** Level of the division. */
  level?: string;
  /** The deciding body: an agency's id, or words where none is known. */
  agency: string;
  state?: string;
  handling?: string;
  inCentre: boolean;
  /** Centres that its windows are in; else the only centre of its division, where it has moved in. */
  centres: string[];
  placeOfDecision?: string;
  statutory?: Days;
  promised?: Days;
  /** Absent where the procedure does not say yet. */
  charged?: boolean;
  materials?: number;
  steps?: number;
  visits?: number;
  /** Ids of its conditions and materials, by which levels are compared. */
  conditionIds: string[];
  materialIds: string[];
  /** Materials that are forms, and how many of those have a blank form and a filled sample. */
  forms: { needed: number; blank: number; sample: number };
  /** Set where the item is provisional; `until` is its last day. */
  provisional?: { until?: string; reason?: string };
  /** Files that were merged, highest level first. */
  files: string[];
}

/** One finding of the check, and whom it is for. */
export interface ReportFinding {
  code: string;
  severity: Severity;
  suppressed?: Suppressed;
  message: Words;
  file: string;
  /** Item and division where the file is an item's. */
  item?: string;
  division?: string;
  /** The agency that decides on the item there, in words; absent for files that are no item's. */
  agency?: string;
}

/** An objection that a lower level filed: against what, as a subject's key, and whether it was answered. */
export interface ReportObjection {
  subject: string;
  state: 'open' | 'answered';
}

/** Of several items: what they come to one after another, and together. */
export interface Pair {
  apart: number;
  together: number;
}

/** One bundle as one division offers it, reckoned for an applicant who may need all of it. */
export interface ReportBundle {
  key: string;
  id: string;
  division: string;
  name: string;
  /** The lead: an agency's id, or words where none is known. */
  agency: string;
  /** Centres of the division whose windows take it. */
  centres: string[];
  /** Keys of the guides it is made of. */
  subjects: string[];
  /** In working days; absent where a member does not say, is not there, or waits for itself. */
  days?: Pair;
  /** What the bundle promises. */
  promised?: Days;
  /** Materials that have to be handed in, and forms among them, at most. */
  handIn: Pair;
  forms: Pair;
  visits?: Pair;
}

/** All that the figures are reckoned from. Serialisable: the studio asks for it once and narrows it by itself. */
export interface ReportFacts {
  /** The day of the report, `YYYY-MM-DD`. */
  date: string;
  title: string;
  subjects: ReportSubject[];
  findings: ReportFinding[];
  objections: ReportObjection[];
  bundles: ReportBundle[];
  /** What a rule or another check asks for, by code. */
  rules: Record<string, Words>;
  divisions: (Named & { level: string })[];
  agencies: (Named & { division: string })[];
  centres: (Named & { division: string })[];
  types: Record<string, Words>;
}

/** What a report is about: everything, or what one division, agency or centre has. Several narrow together. */
export interface Scope {
  division?: string;
  agency?: string;
  centre?: string;
}

/** What a figure counts. */
export type Unit =
  'items' | 'departments' | 'materials' | 'forms' | 'findings' | 'objections' | 'bundles' | 'days' | 'times';

/**
 * A figure of supervision. A `count` has only a numerator; a `share` is numerator / denominator between 0 and 1;
 * an `average` is numerator / denominator in `unit`. `of` says in words what the denominator is, or of a count what
 * was counted. `value` is absent where the denominator is 0.
 */
export interface Figure {
  id: string;
  group: FigureGroup;
  zh: string;
  en: string;
  kind: 'count' | 'share' | 'average';
  unit: Unit;
  numerator: number;
  denominator?: number;
  /** What an average is reckoned over, where that is no item. */
  per?: Unit;
  of: Words;
  value?: number;
  /** Keys of the subjects behind the numerator. */
  items: string[];
  /** Subjects that could not be counted, and why. */
  leftOut?: { items: string[]; why: Words };
}

/** The parts of a report in their order. */
export const figureGroups = {
  items: { zh: '事项', en: 'Items' },
  centre: { zh: '进驻与办结', en: 'In the centre' },
  limits: { zh: '时限压缩', en: 'Time limits' },
  burden: { zh: '收费与材料、环节、跑动', en: 'Fees and burden' },
  forms: { zh: '空白表格与填写样例', en: 'Forms and samples' },
  bundles: { zh: '“一件事”并联办理', en: 'Bundles' },
  provisional: { zh: '临时许可', en: 'Provisional permits' },
  levels: { zh: '上下级一致', en: 'Consistency across levels' },
  objections: { zh: '向上级的异议', en: 'Objections' },
  findings: { zh: '检查发现', en: 'Findings' },
} as const satisfies Record<string, Words>;

export type FigureGroup = keyof typeof figureGroups;
