import type { Words } from '../../model/schemas.ts';
import type { DueLimit } from '../dueWords.ts';
import type { Renewal } from '../renewalCalendar.ts';

/** A citation ready to be shown: 《…》第…条. */
export interface CitationView {
  /** Id of the law, where it is in the registry. */
  law: string | undefined;
  words: string;
  /** What the article says, in short, where the registry knows it; its number leads to it on the law's page. */
  gist: string | undefined;
  article: number | undefined;
}

/** A label with its value, its basis and perhaps what it leads to. */
export interface Fact {
  label: Words;
  value: string;
  basis: CitationView[];
  href?: string;
}

/** What a field says that the catalogue adds, and the section at whose end it stands. */
export interface AddedFact extends Fact {
  section: string;
  /** Where it is written in the item. */
  pointer: string;
  /** An attachment that it leads to. */
  file?: string;
}

/** An element that stands only for some answers: question id to the values that keep it. */
export type WhenView = Record<string, string[]>;

export interface QuestionView {
  id: string;
  /** Where it is written in the item. */
  pointer: string;
  text: string;
  help: string | undefined;
  options: { id: string; text: string }[];
}

/** A sentence with its basis. `index` is its place in the list of the item. */
export interface PointView {
  index: number;
  text: string;
  basis: CitationView[];
  when: WhenView;
  whenWords: string;
}

export interface MaterialView extends PointView {
  kind: string;
  medium: string;
  need: string;
  /** Has to be handed in by everybody whom its `when` fits. */
  required: boolean;
  copies: string;
  source: string;
  notes: string[];
  /** What it is for: the conditions that it proves. */
  why: string | undefined;
  form: string | undefined;
  sample: string | undefined;
  resultOf: { id: string; name: string } | undefined;
}

export interface FormView {
  index: number;
  /** That of the only material that it is for. */
  when: WhenView;
  name: string;
  file: string | undefined;
  sample: string | undefined;
  notes: string | undefined;
}

export interface StepView extends PointView {
  id: string;
  kind: string;
  days: string;
  post: string;
  output: string;
  /** Ids of the steps that it waits for. */
  after: string[];
  /** The same steps by name. */
  afterNames: string[];
  excluded: boolean;
  critical: boolean;
  examines: string[];
}

export interface FeeView extends PointView {
  standard: string;
  /** Tiers, terms, minimum, maximum and rounding, a line each. */
  details: string[];
  /** Fen, where the fee is one fixed amount. */
  amount: number | undefined;
  standardBasis: CitationView[];
  reductions: (Pick<PointView, 'when' | 'whenWords'> & { text: string; basis: CitationView[] })[];
  payAt: string | undefined;
}

export interface BodyView {
  name: string;
  /** Id of the agency that carries the function here. */
  agency: string | undefined;
  phone: string | undefined;
}

export interface WindowView {
  /** `centre/window`. */
  ref: string;
  name: string;
  number: string;
  centre: string;
  address: string;
  /** The address on a map of the catalogue's choice. */
  map: string | undefined;
  hours: string;
  phone: string | undefined;
  transport: string | undefined;
}

/** Filled in, or expressly none with the reason. An empty list is not written yet. */
export type Group<T> = { none: string } | { none?: undefined; list: T[] };

/** All that a guide says, in words; a template only arranges it. */
export interface GuideView {
  id: string;
  division: string;
  divisionName: string;
  name: string;
  everydayName: string | undefined;
  synonyms: string[];
  summary: string | undefined;
  sample: boolean;
  basics: Fact[];
  basicCode: string | undefined;
  handling: string;
  served: string[];
  accepts: BodyView;
  decides: BodyView;
  joint: (BodyView & { lead: boolean; does: string | undefined })[];
  supervises: BodyView | undefined;
  questions: QuestionView[];
  conditions: Group<PointView>;
  refuse: PointView[];
  quantity: Group<Fact>;
  materials: Group<MaterialView>;
  forms: Group<FormView>;
  intermediaries: Group<PointView> | undefined;
  steps: Group<StepView>;
  stepsNote: string | undefined;
  path: { days: string; names: string[] } | undefined;
  limits: Group<Fact & { key: string }>;
  /** The limits from which a day is reckoned, and the same in an example. */
  due: DueLimit[];
  dueExample: string | undefined;
  /** Limits that hold in some cases only. */
  limitCases: PointView[];
  promised: string;
  statutory: string;
  fees: Group<FeeView>;
  feeWords: string;
  /** Examples of the item that cost something, reckoned line by line. */
  feeExamples: { name: string; lines: string[]; total: string }[];
  result: Group<Fact>;
  resultName: string | undefined;
  /** How the end of the licence is to be remembered; none where it has none, or nobody wrote how it is renewed. */
  renewal: Renewal | undefined;
  /** A picture or document that shows what the licence looks like. */
  resultSample: string | undefined;
  legalEffect: Group<PointView>;
  annual: Group<Fact>;
  supervision: Group<PointView>;
  reform: Fact[];
  basis: (CitationView & { role: string; quotation: string | undefined })[];
  rights: PointView[];
  duties: PointView[];
  remedies: Fact[];
  visits: string | undefined;
  service: Fact[];
  phones: Fact[];
  windows: WindowView[];
  faq: { question: string; answer: string }[];
  links: { label: Words; href: string }[];
  /** Bundles of the division in which it is handled with others. */
  bundles: { path: string; name: string }[];
  promulgation: Fact[];
  added: AddedFact[];
  sources: string[];
  /** Ids of all laws of the registry that the guide cites anywhere. */
  laws: string[];
}
