// The HTTP contract between studio and server. All bodies are JSON (UTF-8); all times ISO 8601 in UTC.
// Every answer that is not 2xx carries a `Problem`. Every request that changes something needs the header
// `X-CSRF-Token` (from `Session.csrf`) and, where it acts on a draft, `If-Match: "<tip>"` and
// `X-Operation-Id: <ulid>`; without them the server answers 428.
import type { LookupData } from '../catalogue/types.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ProfileFile } from '../model/generated/schemas.ts';
import type { Path } from '../model/path.ts';
import type { Owner } from '../model/owner.ts';
import type { FileKind, Risk, Words } from '../model/schemas.ts';
import type { Change } from '../diff/types.ts';
import type { Person, Role } from '../review/act.ts';
import type { DraftState } from '../review/foldDraft.ts';
import type { Member } from '../review/grants.ts';
import type { Permission } from '../review/mayAct.ts';

export type { Person, Role } from '../review/act.ts';
export type { DraftState as DraftStateView, Signature } from '../review/foldDraft.ts';
export type { Grant, Member } from '../review/grants.ts';
export type { Permission } from '../review/mayAct.ts';
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

/** `GET /api/catalogue` → CatalogueView: what is approved (main). */
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
  basicCode?: string;
  /** Code in the list `itemTypes`. */
  type?: string;
  /** Departments that decide by its base: with place and division they tell whose the file is. */
  departments: string[];
  /** Name of the deciding authority. */
  authority: string;
  promised?: Words;
  statutory?: Words;
  charged: boolean;
  findings: { error: number; warning: number; info: number };
  /** Drafts open on this file. */
  drafts: string[];
}

/** `GET /api/profiles` → ImportProfile[]: the approved profiles that the check finds no error in. */
export interface ImportProfile {
  file: string;
  profile: ProfileFile;
}

/** `GET /api/diagnostics` → Diagnostic[] of main, the whole catalogue. */

/** `GET /api/report` → ReportFacts of main today, from which the studio reckons the figures of supervision. */

/** `GET /api/drafts` → DraftRow[]; newest first. */
export interface DraftRow {
  id: string;
  tip: string;
  title: string;
  author: Person;
  state: DraftState;
  files: string[];
  createdAt: string;
  updatedAt: string;
}

/**
 * `POST /api/drafts` {title?, file} → DraftView (drafters); an `X-Operation-Id`, if sent, becomes the draft's id.
 * `GET /api/drafts/:id` → DraftView.
 */
export interface DraftView extends DraftRow {
  /** The file that the draft was begun for, then those it changes; attachments stand apart. */
  contents: DraftFile[];
  /** Every attachment that an item of this draft may name, by path. */
  attachments: AttachmentView[];
  acts: ActView[];
  /** What this person may do now, and why not. */
  may: Record<ActKind, Permission>;
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

export type ActKind = 'edit' | 'submit' | 'approve' | 'return' | 'withdraw' | 'comment' | 'merge' | 'publish';

export interface ActView {
  kind: ActKind | 'create';
  person: Person;
  at: string;
  commit: string;
  /** Of a comment its words, of a return its reason. */
  text?: string;
  role?: Role;
  /** What a comment is about. */
  file?: string;
  path?: Path;
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
export type ActRequest =
  | { kind: 'submit' }
  | { kind: 'approve'; role: Role }
  | { kind: 'return'; reason: string }
  | { kind: 'withdraw' }
  | { kind: 'merge' }
  | { kind: 'comment'; text: string; file?: string; path?: Path };

/** `GET /api/drafts/:id/review` → ReviewView. */
export interface ReviewView {
  files: ReviewFile[];
  risk: Risk;
  /** Findings the draft creates or makes worse, and those it mends. */
  created: Diagnostic[];
  mended: Diagnostic[];
  /** Guides (division and item) whose page changes. */
  touched: { id: string; division: string; name: string; divisionName: string }[];
}

export interface ReviewFile {
  path: string;
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

/** `GET /api/publish` → PublishView; `POST /api/publish` → PublishView (administrators). */
export interface PublishView {
  live: { oid: string; at: string; pages: number } | undefined;
  main: string;
  /** Guides that a publish would change. */
  pending: { id: string; division: string; name: string; divisionName: string }[];
  /** Where the public site stands, relative to the studio's origin. */
  site: string;
  may: Permission;
}
