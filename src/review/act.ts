import type { Path } from '../model/path.ts';
import type { Risk } from '../model/schemas.ts';

export type Role = 'drafter' | 'reviewer' | 'legal' | 'administrator';

/** Somebody signed in. `subject` never changes and is what approvals are told apart by. */
export interface Person {
  subject: string;
  name: string;
  roles: Role[];
}

/** A file that an approval covers: the blob approved and the one it replaces on main (`null`: none). */
export interface ApprovedFile {
  path: string;
  blob: string | null;
  base: string | null;
}

/** Everything that can happen in the repository; each act is one commit. */
export type Act =
  | { kind: 'import' }
  | { kind: 'create'; title: string; file?: string }
  | { kind: 'edit'; files: string[] }
  | { kind: 'comment'; text: string; file?: string; path?: Path }
  | { kind: 'submit'; risk: Risk }
  | { kind: 'approve'; role: Role; risk: Risk; files: ApprovedFile[] }
  | { kind: 'return'; reason: string }
  | { kind: 'withdraw' }
  | { kind: 'merge'; draft: string; title: string }
  /** `date` is the day for which the site was made, so that its pages can be made again. */
  | { kind: 'publish'; main: string; date: string };

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
  comment: '意见',
  submit: '提交审核',
  approve: '同意',
  return: '退回',
  withdraw: '撤回',
  merge: '通过，并入正式目录',
  publish: '发布',
};

const trailer = 'Guicheng-Act: ';

/**
 * The commit message of an act: a sentence for people, then one machine-readable line. Everything a user wrote
 * stands inside that line as JSON, where a line break is escaped, so no text can forge a second one.
 */
export function encodeMessage(signed: SignedAct): string {
  const { act } = signed;
  const about =
    act.kind === 'edit' ? `：${act.files.join('、')}` : act.kind === 'merge' ? `：${act.draft}` : '';
  return `${sentences[act.kind]}${about}\n\n${trailer}${JSON.stringify(signed)}\n`;
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
