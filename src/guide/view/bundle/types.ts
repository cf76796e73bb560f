import type { BodyView, CitationView, Fact, QuestionView, StepView, WhenView, WindowView } from '../types.ts';

/** A part of a bundle that stands only for some answers. */
interface Cased {
  index: number;
  when: WhenView;
  whenWords: string;
}

export interface BundleMemberView extends Cased {
  id: string;
  name: string;
  /** Path of its own guide from the root of the site; none where nobody implements it. */
  path: string | undefined;
  decides: BodyView;
  /** The division above that implements it, where it is not this one. */
  place: string | undefined;
  /** How long within the bundle, and by itself where that is longer. */
  limit: string;
  alone: string | undefined;
  fee: string;
  /** Names of the members that it waits for. */
  waits: string[];
  notes: string[];
}

/** One thing to bring, or that need not be brought. */
export interface BundleMaterialView {
  /** Place of its entry in the list of what is shared. */
  index: number | undefined;
  text: string;
  when: WhenView;
  whenWords: string;
  required: boolean;
  need: string;
  /** Names of the members that ask for it. */
  members: string[];
  notes: string[];
  form: string | undefined;
  sample: string | undefined;
}

/** What is less by handling together: after one another, together. */
export interface SavingView {
  label: { zh: string; en: string };
  apart: string;
  together: string;
}

/** All that the guide of a bundle says, in words; a template only arranges it. */
export interface BundleView {
  id: string;
  division: string;
  divisionName: string;
  name: string;
  everydayName: string | undefined;
  synonyms: string[];
  summary: string | undefined;
  sample: boolean;
  themes: string[];
  lead: BodyView;
  acceptance: string | undefined;
  seal: Fact[];
  questions: QuestionView[];
  members: BundleMemberView[];
  /** What a member of the bundle issues and another asks for: not brought. */
  inside: { text: string; from: string; how: string }[];
  materials: BundleMaterialView[];
  notice: string | undefined;
  steps: StepView[];
  joint: {
    index: number;
    name: string;
    kind: string;
    members: string[];
    days: string;
    text: string | undefined;
  }[];
  /** The chain of members that decides how long it takes. */
  path: string[];
  promised: string;
  limits: (Fact & { key: string })[];
  savings: SavingView[];
  /** Notes on how the days were reckoned. */
  cautions: string[];
  fees: string;
  delivery: string;
  excluded: { index: number; name: string; path: string | undefined; reason: string }[];
  annual: { none: string } | { none?: undefined; list: Fact[] };
  windows: WindowView[];
  service: Fact[];
  visits: string;
  basis: CitationView[];
  documents: string[];
  promulgation: Fact[];
  sources: string[];
  laws: string[];
}
