import type { Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import type { RenamedElement } from '../model/renamedElement.ts';
import type { Risk } from '../model/schemas.ts';

export type Role = 'drafter' | 'reviewer' | 'legal' | 'administrator';

/** Somebody signed in. `subject` never changes and is what approvals are told apart by. */
export interface Person {
  subject: string;
  name: string;
  roles: Role[];
  /** Ids of the agencies that they act for; none named: for none in particular. */
  agencies?: string[];
}

/** A signature as governance asks for it: whose role gives it, and where it must be one body's, which agency. */
export interface Signer {
  role: Role;
  of?: string;
  /** The agency decides jointly on the item, and countersigns. */
  joint?: true;
}

/** A file that an approval covers: the blob approved and the one it replaces on main (`null`: none). */
export interface ApprovedFile {
  path: string;
  blob: string | null;
  base: string | null;
}

/** Under which rules something was approved: hashes of the schemas, and of the signatures that it takes. */
export interface Judged {
  schema: string;
  policy: string;
}

/** A file whose writing changed and whose values did not, by its blobs before and after. */
export interface Reformatted {
  path: string;
  from: string;
  to: string;
}

/** Everything that can happen in the repository; each act is one commit. */
export type Act =
  | { kind: 'import' }
  | { kind: 'create'; title: string; file?: string }
  /** `renamed`: what goes by the place of an element goes with it. */
  | { kind: 'edit'; files: string[]; renamed?: RenamedElement[] }
  /** Changes how a file is written and none of its values, so that approvals go on. */
  | { kind: 'reformat'; files: Reformatted[] }
  | { kind: 'remove'; file: string; reason: string }
  | { kind: 'rename'; file: string; to: string; reason: string }
  /** A thread goes by the commit of its first comment or suggestion; `thread` makes this one an answer in it. */
  | { kind: 'comment'; text: string; file?: string; path?: Path; thread?: string }
  | { kind: 'resolve' | 'reopen'; thread: string }
  /** Another value for a field: `was` is what stood there. `path` names elements of lists by their id. */
  | { kind: 'suggest'; file: string; path: Path; value: Plain; was: Plain; text?: string }
  | { kind: 'take' | 'decline'; thread: string }
  | { kind: 'takeOver'; reason: string }
  | { kind: 'assign'; to: Person; reason: string }
  /** `joint`: agencies that decide jointly on what is changed, and countersign. */
  | { kind: 'submit'; risk: Risk; joint?: string[] }
  | ({ kind: 'approve'; risk: Risk; files: ApprovedFile[]; judged: Judged; text?: string } & Signer)
  /** In an emergency, in the place of the signatures `owed`, which are asked for after the fact. */
  | {
      kind: 'override';
      reason: string;
      risk: Risk;
      files: ApprovedFile[];
      judged: Judged;
      owed: Signer[];
    }
  /** A signature after the fact: that what went in by an override is upheld, or why it is not. */
  | ({ kind: 'ratify'; upheld: boolean; text: string } & Signer)
  /** `threads`: those that ask for what has to be changed. */
  | { kind: 'return'; reason: string; threads?: string[] }
  | { kind: 'withdraw' }
  | { kind: 'merge'; draft: string; title: string }
  /**
   * `date` is the day for which the site was made, so that its pages can be made again. `reason`: why the site goes
   * back to what it showed before.
   */
  | { kind: 'publish'; main: string; date: string; reason?: string }
  /** The site will show main as it is `at` that time, ISO 8601 in UTC. */
  | { kind: 'schedule'; at: string }
  | { kind: 'unschedule' }
  /** A reader of a published guide says what is wrong in it; the report goes by the operation. */
  | ({ kind: 'report' } & ReaderReport)
  /** What has become of a report. */
  | { kind: 'settle'; report: string; answer: string };

/** What a reader says of a guide: bound to the item, its published version, and the section, where they are known. */
export interface ReaderReport {
  division: string;
  item: string;
  /** Day and hash of the version that was read, as in its address: `2026-01-31-0f1e2d3c`. */
  version?: string;
  section?: string;
  text: string;
}

export type ActKind = Act['kind'];

/** An act with who did it and under which operation id: what a commit message holds. */
export interface SignedAct {
  act: Act;
  person: Person;
  operation: string;
}

const sentences: Record<ActKind, string> = {
  import: '导入目录',
  create: '新建草稿',
  edit: '修改',
  reformat: '只改写法，值未变',
  remove: '删去文件',
  rename: '改文件名',
  comment: '意见',
  resolve: '了结意见',
  reopen: '重提意见',
  suggest: '建议改法',
  take: '采纳建议',
  decline: '不采纳建议',
  takeOver: '接手起草',
  assign: '改派起草人',
  submit: '提交审核',
  approve: '同意',
  override: '紧急通过，事后补审',
  ratify: '补审',
  return: '退回',
  withdraw: '撤回',
  merge: '通过，并入正式目录',
  publish: '发布',
  schedule: '预定发布',
  unschedule: '取消预定的发布',
  report: '读者纠错',
  settle: '办结纠错',
};

const trailer = 'Guicheng-Act: ';

/**
 * The commit message of an act: a sentence for people, then one machine-readable line. Everything a user wrote
 * stands inside that line as JSON, where a line break is escaped, so no text can forge a second one.
 */
export function encodeMessage(signed: SignedAct): string {
  const { act } = signed;
  const about = aboutOf(act);
  return `${sentences[act.kind]}${about === '' ? '' : `：${about}`}\n\n${trailer}${JSON.stringify(signed)}\n`;
}

/** What the sentence of an act names: paths and draft ids, which cannot break a line, and never a user's words. */
function aboutOf(act: Act): string {
  switch (act.kind) {
    case 'edit':
      return act.files.join('、');
    case 'reformat':
      return act.files.map(({ path }) => path).join('、');
    case 'remove':
      return act.file;
    case 'rename':
      return `${act.file} → ${act.to}`;
    case 'merge':
      return act.draft;
    case 'schedule':
      return act.at;
    case 'report':
      return `${act.division}/${act.item}`;
    case 'settle':
      return act.report;
    default:
      return '';
  }
}

/** The act in a commit message; `undefined` where the message is none of ours. */
export function decodeMessage(message: string): SignedAct | undefined {
  const lines = message.trimEnd().split('\n');
  const last = lines.at(-1);
  // Ours has exactly three lines: sentence, blank, act. Anything longer was not written here.
  if (lines.length !== 3 || last === undefined || !last.startsWith(trailer)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(last.slice(trailer.length));
  } catch {
    return undefined;
  }
  return isSignedAct(value) ? value : undefined;
}

function isSignedAct(value: unknown): value is SignedAct {
  if (typeof value !== 'object' || value === null) return false;
  const { act, person, operation } = value as Partial<SignedAct>;
  return (
    typeof act?.kind === 'string' &&
    Object.hasOwn(sentences, act.kind) &&
    typeof person?.subject === 'string' &&
    typeof person.name === 'string' &&
    Array.isArray(person.roles) &&
    typeof operation === 'string'
  );
}
