// The HTTP contract between studio and server. All bodies are JSON (UTF-8); all times ISO 8601 in UTC.
// Every answer that is not 2xx carries a `Problem`. Every request that changes something needs the header
// `X-CSRF-Token` (from `Session.csrf`) and, where it acts on a draft, `If-Match: "<tip>"` and
// `X-Operation-Id: <ulid>`; without them the server answers 428.
import type { FileMigration } from '../catalogue/migration.ts';
import type { LookupData } from '../catalogue/types.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plain } from '../model/edit.ts';
import type { ProfileFile } from '../model/generated/schemas.ts';
import type { Path } from '../model/path.ts';
import type { Owner } from '../model/owner.ts';
import type { FileKind, Risk, Words } from '../model/schemas.ts';
import type { Change } from '../diff/types.ts';
import type { ApprovedFile, Judged, Person, Signer } from '../review/act.ts';
import type { Deed } from '../review/deed.ts';
import type { DraftState, Override, Signature } from '../review/foldDraft.ts';
import type { Member } from '../review/grants.ts';
import type { Permission } from '../review/mayAct.ts';
import type { Thread } from '../review/threads.ts';

export type { Person, Role, Signer } from '../review/act.ts';
export type { DraftState as DraftStateView, Signature } from '../review/foldDraft.ts';
export type { Grant, Member } from '../review/grants.ts';
export type { Permission } from '../review/mayAct.ts';
export type { Thread } from '../review/threads.ts';
export type { ReportFacts } from '../report/types.ts';

/** `POST /api/session` {user, password} → Session; `GET /api/session` → Session (401 when signed out); `DELETE`. */
export interface Session {
  person: Member;
  csrf: string;
}

/** `GET /api/sign-in` → SignInWays: how one may sign in here; anybody may ask. */
export interface SignInWays {
  /** What stands on the button to the identity provider; it leads to `/api/oidc/start?to=<address>`. */
  oidc?: Words;
  /** Whether accounts of this machine sign in here. */
  local: boolean;
}

/**
 * `GET /api/sessions` → SessionView[]: one's own, and everybody's to administrators of everything. `DELETE
 * /api/sessions/:id` ends one, `POST /api/sessions/end` {subject} all of a person.
 */
export interface SessionView {
  id: string;
  subject: string;
  name: string;
  address: string;
  /** What the browser calls itself. */
  agent: string;
  begunAt: string;
  seenAt: string;
  /** Whether it is the one that asks. */
  isCurrent: boolean;
}

/** `GET /api/access` → AccessEntry[], the latest first, to administrators of everything. */
export interface AccessEntry {
  at: string;
  /** Absent where nobody was signed in. */
  subject?: string;
  session?: string;
  address: string;
  method: string;
  /** The address asked for, without what follows `?`. */
  path: string;
  status: number;
  /** Milliseconds until the answer. */
  took: number;
}

export interface Problem {
  kind:
    | 'unauthenticated'
    | 'forbidden'
    | 'not-found'
    | 'precondition-required'
    | 'stale'
    | 'refused'
    | 'blocked'
    | 'conflict'
    | 'too-many'
    | 'fault';
  message: string;
  messageEn: string;
  /** With `refused` and `blocked`: what stands in the way. */
  diagnostics?: Diagnostic[];
  /** With `stale`: the draft's present tip, the file's present text and, if known, the text both began from. */
  head?: string;
  text?: string;
  base?: string;
}

/** `GET /api/catalogue` → CatalogueView: what is approved (main). `GET /api/lookups` gives its `lookups` alone. */
export interface CatalogueView {
  oid: string;
  lookups: LookupData;
  rows: CatalogueRow[];
  others: OtherFile[];
}

/** A file around the items: a law, the agencies of a division, what it adopts, who signs. */
export interface OtherFile {
  file: string;
  kind: FileKind;
  title: string;
  owners: Owner[];
}

/** One file of an item: a base or a layer. */
export interface CatalogueRow {
  id: string;
  division: string;
  divisionName: string;
  file: string;
  role: 'base' | 'layer';
  name: string;
  everydayName?: string;
  synonyms?: string[];
  /** How names, authority and division are read: a word each, syllables beginning with capitals. */
  pinyin: string;
  basicCode?: string;
  /** Code in the list `itemTypes`. */
  type?: string;
  /** Departments that decide by its base: with place and division they tell whose the file is. */
  departments: string[];
  /** Name of the deciding authority. */
  authority: string;
  promised?: Words;
  /** The promised limit in days of the calendar, to sort by. */
  days?: number;
  statutory?: Words;
  charged: boolean;
  /** What the clean-up decided, as the schema of items names it. */
  decision?: string;
  /** Whether the file holds today, is to hold, or has ended. */
  inForce: 'now' | 'later' | 'ended';
  findings: { error: number; warning: number; info: number };
  /** Drafts open on this file. */
  drafts: string[];
}

/** A change of the catalogue that is made as one draft, however many files it touches. */
export type CatalogueChange =
  /** One field of many files; without a value it is taken out. */
  | { kind: 'set'; files: string[]; path: string[]; value?: Plain }
  /**
   * What the id at `path` stands for, that of the file itself where none is given, gets another: what names it follows,
   * and layers and other files that are called by it. `at`: of a question with its answer the key is meant.
   */
  | { kind: 'rename'; file: string; path?: Path; at?: 'key' | 'value'; to: string; reason: string }
  /** `hanging`: what becomes of the layers of a base, and of divisions that adopt it; nothing where it is left out. */
  | { kind: 'remove'; file: string; reason: string; hanging?: 'remove' | 'detach' }
  /**
   * A division takes up an item; `text` is what it says itself, none where it holds as it stands. Without `line` it says
   * that for the divisions below, and handles the item itself no more than before.
   */
  | { kind: 'adopt'; item: string; division: string; line: boolean; text?: string };

/**
 * A change of many files of a draft: `POST /api/drafts/:id/changes/preview` → ChangePlan, and with If-Match and an
 * operation id `POST /api/drafts/:id/changes` → DraftView, all of it or nothing.
 */
export type DraftChange =
  | Extract<CatalogueChange, { kind: 'rename' }>
  /** What refers to files that the draft renamed refers to them again. */
  | { kind: 'follow'; reason: string };

/** `POST /api/changes/preview` {@link CatalogueChange} → ChangePlan: what would come of it; nothing is made. */
export interface ChangePlan {
  /** Main as it was looked at. */
  oid: string;
  entries: ChangeEntry[];
  /** Errors that would stand in the way of its submission, and how many there are of them in all. */
  blocks: Diagnostic[];
  blockCount: number;
  /** Threads of the draft that go with an element which gets another id. */
  threads: number;
  /** Open drafts that change one of the files too: theirs is told apart when the one is merged first. */
  drafts: { id: string; title: string }[];
}

/** One file of a plan. */
export interface ChangeEntry {
  file: string;
  name: string;
  divisionName: string;
  outcome:
    /** `before` is what held there, in a layer from above too. */
    | { kind: 'set'; before?: unknown }
    /** `lines`: the first lines that differ, before and after. */
    | { kind: 'renamed'; to: string; lines: [before: string, after: string][] }
    | { kind: 'reworded'; places: number; lines: [before: string, after: string][] }
    | { kind: 'removed' }
    /** Goes on naming what is taken out; `hangs` on it: its layer, or a division that adopts it. */
    | { kind: 'refers'; places: number; hangs: boolean }
    /** A division adopts it from now on, or no more. */
    | { kind: 'adopted' | 'unadopted' }
    /** A file that is new. */
    | { kind: 'added' }
    /** A whole procedure by itself, where there was a layer or nothing. */
    | { kind: 'detached' }
    | { kind: 'refused'; reason: string; reasonEn: string };
}

/**
 * `POST /api/changes` → DraftView: the draft with all of it, made under the operation id once. `oid` is that of the
 * plan that was seen: where main has changed one of its files since, the answer is 409.
 */
export interface ChangeRequest {
  change: CatalogueChange;
  title: string;
  oid: string;
}

/** `GET /api/profiles` → ImportProfile[]: the approved profiles that the check finds no error in. */
export interface ImportProfile {
  file: string;
  profile: ProfileFile;
}

/** `GET /api/diagnostics` → Diagnostic[] of main, the whole catalogue. */

/** `POST /api/rules/try` {text} → RuleTrial: what the rule in `text` would find in main. */
export interface RuleTrial {
  /** All findings, and the files that they are in. */
  count: number;
  files: number;
  /** The first of them. */
  findings: Diagnostic[];
  /** Bases and guides looked at, of how many; fewer where the rule took too long, none where it cannot be run. */
  seen: number;
  of: number;
}

/** `POST /api/extension/try` {text} → ExtensionTrial: what main's items would be with the fields that `text` says. */
export interface ExtensionTrial {
  /** Findings that main has not, and the files that they are in. */
  count: number;
  files: number;
  /** The first of them. */
  findings: Diagnostic[];
  /** Findings that it mends. */
  mended: number;
}

/** `GET /api/drafts/:id/codes` → CodeUseView[]: the codes that files have, as the draft has them. */
export interface CodeUseView {
  list: string;
  code: string;
  /** How many files have it, and the first of them by name. */
  count: number;
  names: string[];
}

/**
 * `GET /api/drafts/:id/codes/recoded?list=&from=&to=` → RecodedFile[]: the files in which a code stands, with their texts
 * as they would be with its new name; without a text where it cannot be changed in place.
 */
export interface RecodedFile {
  file: string;
  name: string;
  text?: string;
}

/**
 * `GET /api/drafts/:id/migration` → MigratedFile[]: the files of items that do not keep up with the fields that the draft
 * gives the catalogue, as they would be if they did. They change when somebody writes them into the draft.
 */
export interface MigratedFile {
  file: string;
  name: string;
  divisionName: string;
  text: string;
  /** What happens to each field, by its id, and in how many places of the file. */
  does: FileMigration['does'];
}

/** `GET /api/report` → ReportFacts of main today, from which the studio reckons the figures of supervision. */

/**
 * `GET /api/reader-reports` → ReaderReportView[]: what readers say is wrong in published guides, newest first.
 * `POST /api/reader-reports/:id/settle` {answer} with `X-Operation-Id` → the same list.
 */
export interface ReaderReportView {
  id: string;
  at: string;
  division: string;
  item: string;
  /** Day and hash of the version that was read, as in its address. */
  version?: string;
  section?: string;
  text: string;
  /** The part of the guide, in words. */
  sectionWords?: Words;
  /** The files that the guide is made of now, the lowest level first; none where there is no such guide any more. */
  files: string[];
  /** What became of it. */
  settled?: { at: string; by: Person; answer: string };
}

/** `GET /api/drafts` → DraftRow[]; newest first. */
export interface DraftRow {
  id: string;
  tip: string;
  title: string;
  author: Person;
  /** Who answers for it now. */
  holder: Person;
  state: DraftState;
  files: string[];
  createdAt: string;
  updatedAt: string;
  /** Whether the person who asks may sign it now. */
  maySign: boolean;
  /** Whether they wrote in it or answer for it. */
  isMine: boolean;
  /** Threads that nobody has settled. */
  openThreads: number;
  /** Of one under review. */
  wait?: ReviewWait;
}

/** How long a draft waits for its review, in working days; the day of submission is not counted. */
export interface ReviewWait {
  days: number;
  /** The limit that governance promises, and its last day. */
  limit?: number;
  due?: string;
  isLate: boolean;
}

/**
 * `POST /api/drafts` {title?, file} → DraftView (drafters); an `X-Operation-Id`, if sent, becomes the draft's id.
 * `GET /api/drafts/:id?file=<path>` → DraftView, with the text of `file` whether the draft changes it or not.
 */
export interface DraftView extends DraftRow {
  /** The file that the draft was begun for, then those it changes; attachments stand apart. */
  contents: DraftFile[];
  /** Every attachment that an item of this draft may name, by path. */
  attachments: AttachmentView[];
  acts: ActView[];
  threads: ThreadView[];
  /** The signatures that this person may give now, under review or after the fact. */
  signers: Signer[];
  /** What this person may do now, and why not; they may `edit` where they may write one of its files. */
  may: Record<ActKind, Permission>;
  /** Whether they may write each file of the draft, and the one asked for: somebody else's may stand beside theirs. */
  mayWrite: Record<string, Permission>;
}

export interface DraftFile {
  path: string;
  text: string;
  /** Text on main when the draft began; absent for a new file. */
  baseText?: string;
  /** Texts of the layers above (highest first), needed to show the effective item. */
  upper: { path: string; text: string }[];
  division: string;
}

/**
 * A file below `forms/`. `GET /api/drafts/:id/files/forms/<name>` → its bytes as the draft has them, with
 * `?began` as main had them when the draft began.
 */
export interface AttachmentView {
  path: string;
  bytes: number;
  /** What the draft did to it. */
  change: 'none' | 'added' | 'changed';
}

export type ActKind =
  | 'edit'
  | 'submit'
  | 'approve'
  | 'override'
  | 'ratify'
  | 'return'
  | 'withdraw'
  | 'comment'
  | 'suggest'
  | 'take'
  | 'takeOver'
  | 'assign'
  | 'merge'
  | 'publish';

export interface ThreadView extends Thread {
  /** Whether this person may settle it or raise it again. */
  maySettle: Permission;
}

export interface ActView {
  kind:
    | Exclude<ActKind, 'publish'>
    | 'create'
    | 'reformat'
    | 'remove'
    | 'rename'
    | 'resolve'
    | 'reopen'
    | 'decline';
  person: Person;
  at: string;
  commit: string;
  /** Its words, or its reason. */
  text?: string;
  signer?: Signer;
  /** What it is about; of a rename the old name. */
  file?: string;
  path?: Path;
  /** Of a rename the new name, of a draft given to somebody their name. */
  to?: string;
  opinion?: Opinion;
  /** Of a return the threads to be answered before it comes back. */
  threads?: string[];
}

/** A signature as it is filed: what was signed, and under which rules. */
export interface Opinion {
  /** The same for ever: 审〔2026〕3F7K2Q-1. */
  number: string;
  /** Whether it counts towards what the draft is now. */
  counts: boolean;
  /** Of a signature after the fact, whether the draft is upheld. */
  upheld?: boolean;
  risk?: Risk;
  files: ApprovedFile[];
  judged?: Judged;
}

/**
 * `PUT /api/drafts/:id/files/<path>` (body: the text, `text/plain`; of an attachment its bytes,
 * `application/octet-stream`) → Saved; 409 `stale`; 422 `refused`.
 * `DELETE` of the same address gives the file back what it held, or did not hold, when the draft began → Saved.
 */
export interface Saved {
  tip: string;
  savedAt: string;
  /** The text as it stands now, where others had changed other fields meanwhile: both changes are in it. */
  text?: string;
}

/**
 * `POST /api/drafts/:id/acts` → DraftView. Approving the last missing signature also merges to main; where that was
 * blocked or cut off, `merge` tries it again.
 */
export type ActRequest = Deed | { kind: 'merge' };

/** `GET /api/drafters` → Person[]: those who have drafted here, by name. */

/**
 * `GET /api/drafts/:id/review?since=<commit>` → ReviewView; `since`, a commit of the draft, is what the person has
 * seen before. A look is no act: it is the client that remembers it.
 */
export interface ReviewView {
  files: ReviewFile[];
  risk: Risk;
  /** Findings the draft creates or makes worse, and those it mends. */
  created: Diagnostic[];
  mended: Diagnostic[];
  /** Guides (division and item) whose page changes. */
  touched: { id: string; division: string; name: string; divisionName: string }[];
  /** Bundles that have one of those guides, or that the draft changes. */
  bundles: { id: string; name: string; divisions: string[] }[];
  /** What refers to files that the draft takes out or renames. */
  referrers: { target: string; file: string; path: Path; name: string }[];
  /** Fields that changed since the commit that was asked about. */
  since?: { commit: string; at: string; fields: { file: string; path: Path }[] };
}

/** `GET /api/drafts/:id/review/pages?division=&item=` → ReviewPages: a guide as it is and as it will be, as HTML. */
export interface ReviewPages {
  before?: string;
  after?: string;
}

export interface ReviewFile {
  path: string;
  /** What the draft did to it since it began. */
  did: 'added' | 'changed' | 'removed';
  /** Names the two contents that are compared: the same as long as there is nothing else to look at. */
  compared: string;
  name: string;
  division: string;
  changes: Change[];
  /** Of texts, line by line; empty for an attachment. */
  textDiff: string;
  attachment?: AttachmentChange;
}

/** Bytes of an attachment before and after, where it was and is there, and the fields that name it. */
export interface AttachmentChange {
  before?: number;
  after?: number;
  usedBy: { file: string; path: Path; name: string; divisionName: string }[];
}

/**
 * `GET /api/publish` → PublishView. For those who may publish: `POST /api/publish` → PublishView;
 * `POST /api/publish/back` {to, reason} → PublishView, which shows again what the publish `to` showed;
 * `PUT /api/publish/schedule` {at} and `DELETE /api/publish/schedule` → PublishView. What takes longer than a moment of
 * these tells how far it is: `GET /api/publish/progress` → PublishProgress.
 */
export interface PublishView {
  live: { oid: string; at: string; pages: number } | undefined;
  main: string;
  /** Guides that a publish would change. */
  pending: { id: string; division: string; name: string; divisionName: string }[];
  /** The latest publishes, newest first, the one that is shown now among them. */
  history: { publish: string; at: string; main: string; by: string; reason?: string }[];
  /** A publish that happens by itself; `problem`: why it could not at its time. It is tried again. */
  scheduled?: { at: string; by: string; problem?: Problem };
  /**
   * A branch that the pages are also sent to, for a host that shows them: `at` when it last was known to show the site,
   * none since this server began; `problem`: why it does not. It is tried again.
   */
  pages?: { url: string; branch: string; at?: string; problem?: Problem };
  /** Where the public site stands, relative to the studio's origin. */
  site: string;
  may: Permission;
}

/** How far this server is with the site that it makes, whoever asked for it; no `step` while it makes none. */
export interface PublishProgress {
  step?: {
    /** Approvals proven and the catalogue read; items checked and their pages made; lists; links; put in a release. */
    kind: 'reading' | 'items' | 'lists' | 'writing' | 'release';
    done: number;
    /** 0 where it is not known. */
    all: number;
  };
}

/** `GET /api/history?file=<path>` → HistoryView: the versions of a file that are proven, newest first. */
export interface HistoryView {
  file: string;
  /** Of an item's file its id, and its name. */
  item?: string;
  name: string;
  /** Where there is a guide that the file is part of. */
  divisions: { id: string; name: string }[];
  versions: FileVersion[];
  /** Faults of main's history, which `guicheng verify` tells. */
  unproven: number;
}

/**
 * One version of a file. Its text: `GET /api/history/text?file=&commit=` → {text}. The guide of a day:
 * `GET /api/history/page?division=&item=&date=` → {page?, at?}.
 */
export interface FileVersion {
  /** The commit of main that brought it. */
  commit: string;
  at: string;
  /** None of what was imported. */
  draft?: string;
  title?: string;
  writer?: Person;
  signatures: Signature[];
  override?: Override;
  /** It took the file out. */
  isGone: boolean;
  changes: Change[];
}
