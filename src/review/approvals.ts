import type { ApprovedFile, Judged, Person, Reformatted, Signer } from './act.ts';
import type { FoldContext, Signature } from './foldDraft.ts';

/** A signature with the very content that it was given for, and the rules that it was given under. */
export interface Approval {
  signature: Signature;
  files: readonly ApprovedFile[];
  judged: Judged;
  /** Of an override: why, and the signatures that it stands in for. */
  instead?: { reason: string; owed: Signer[] };
}

/**
 * Whether an approval is for what stands now: every file that it named, and no other, as it was approved and over
 * what it replaces, by the same schemas and for the same signatures. Once main has taken the draft in, what it
 * replaced and the rules are of the past, and only the content is compared.
 */
export function stillHolds({ files, judged }: Approval, context: FoldContext): boolean {
  const isPast = context.merged !== undefined;
  if (!isPast && (judged.schema !== context.judged.schema || judged.policy !== context.judged.policy))
    return false;
  const keyOf = ({ path, blob, base }: ApprovedFile) => `${path} ${blob} ${isPast ? '' : base}`;
  const named = new Set(files.map(keyOf));
  return named.size === context.files.length && context.files.every((file) => named.has(keyOf(file)));
}

/** The approvals of a review after files were written anew with the same values: each names the new blobs. */
export function rewritten<R extends { approvals: Approval[]; override?: Approval }>(
  review: R,
  reformatted: readonly Reformatted[],
): R {
  const renewed = (approval: Approval): Approval => ({
    ...approval,
    files: approval.files.map((file) => {
      const found = reformatted.find(({ path, from }) => path === file.path && from === file.blob);
      return found === undefined ? file : { ...file, blob: found.to };
    }),
  });
  const { approvals, override } = review;
  return { ...review, approvals: approvals.map(renewed), ...(override && { override: renewed(override) }) };
}

/**
 * The signatures that count, in the order they were given: for this content, asked for, by people who wrote none of
 * it and who had the role when they signed and have it still, one of each person.
 */
export function countedApprovals(
  approvals: readonly Approval[],
  asked: readonly Signer[],
  writers: ReadonlySet<string>,
  context: FoldContext,
): Signature[] {
  const { merged } = context;
  const open = [...asked];
  const signed = new Set<string>();
  const counted: Signature[] = [];
  for (const approval of approvals) {
    const { signature } = approval;
    const { subject } = signature.person;
    if (writers.has(subject) || signed.has(subject) || !stillHolds(approval, context)) continue;
    if (!maySignAs(signature.person, signature) || !(merged !== undefined || stillMay(signature, context)))
      continue;
    const at = open.findIndex((signer) => sameSigner(signer, signature));
    // What main has taken in was signed as it was asked for then.
    if (at < 0 && merged === undefined) continue;
    if (at >= 0) open.splice(at, 1);
    signed.add(subject);
    counted.push(signature);
  }
  return counted;
}

/** The signers in `asked` of whom none has signed. */
export function lacking(asked: readonly Signer[], signatures: readonly Signer[]): Signer[] {
  const left = [...signatures];
  return asked.filter((signer) => {
    const at = left.findIndex((one) => sameSigner(one, signer));
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/** Whether two signers are the same: the same role of the same body. */
export function sameSigner(a: Signer, b: Signer): boolean {
  return a.role === b.role && a.of === b.of;
}

/** Whether `person` has the role of `signer` and acts for its body, if it names one. */
export function maySignAs(person: Person, { role, of }: Signer): boolean {
  return person.roles.includes(role) && (of === undefined || (person.agencies ?? []).includes(of));
}

function stillMay({ person, role }: Signature, { rolesNow }: FoldContext): boolean {
  return (rolesNow?.(person.subject) ?? person.roles).includes(role);
}
