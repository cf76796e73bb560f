import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DraftSummary, Person, ReaderReport } from '../../review/index.ts';

/** A file of a draft that differs from main as it was when the draft began; `null` where there is none. */
export interface DraftChange {
  path: string;
  blob: string | null;
  /** Blob on main now. */
  mainBlob: string | null;
  /** Blob on main when the draft began. */
  beganBlob: string | null;
}

export interface Draft extends DraftSummary {
  id: string;
  tip: string;
  /** Main as it was when this was read: state and changes are told against it. */
  main: string;
  /** Main when the draft began. */
  began: string;
  changes: DraftChange[];
}

export interface Refusal {
  kind: 'refused';
  reason: string;
  reasonEn: string;
  diagnostics: Diagnostic[];
  /** It is not for this person to do, or not now. */
  isForbidden?: true;
}

export type CreateResult = { kind: 'created'; draft: Draft } | Refusal;

export type SaveResult =
  /** `text` where what was written was merged with what others had written meanwhile. */
  | { kind: 'saved'; tip: string; at: string; text?: string }
  /** `text` is what stands there, `base` what stood there when the writer looked, where the draft knows it. */
  | { kind: 'stale'; head: string; text: string; base?: string }
  | Refusal;

export type ActResult =
  | { kind: 'done'; tip: string }
  | { kind: 'stale'; head: string }
  | { kind: 'blocked'; diagnostics: Diagnostic[] }
  | Refusal;
export type MergeResult =
  | { kind: 'merged'; main: string }
  | { kind: 'conflict'; paths: string[] }
  | { kind: 'blocked'; diagnostics: Diagnostic[] }
  | Refusal;

/** One publish: its commit, the commit of main whose site is shown since `at`, made for the day `date`. */
export interface Published {
  oid: string;
  at: string;
  main: string;
  date: string;
  operation: string;
  person: Person;
  /** Why the site went back to what it showed before. */
  reason?: string;
}

/** A publish to come: at `at` the site shows main as it is then. Its operation id is that of the publish. */
export interface Scheduled {
  oid: string;
  at: string;
  operation: string;
  person: Person;
}

export type ScheduleResult = { kind: 'recorded'; scheduled: Scheduled | undefined } | { kind: 'stale' };

export type PublishResult = { kind: 'recorded'; oid: string } | { kind: 'stale'; head: string | undefined };

/** A report as it stands in the record, under the operation that filed it. */
export interface FiledReport extends ReaderReport {
  id: string;
  at: string;
  settled?: { at: string; by: Person; answer: string; operation: string };
}

export type FileReportResult = { kind: 'filed' } | { kind: 'full' };

export type SettleResult = { kind: 'filed' } | { kind: 'gone' } | { kind: 'settled' };
