import type { Lookups } from '../../../catalogue/index.ts';
import type { Body } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';

/**
 * Whether two bodies are the same in `division`; `undefined` where that cannot be told, as of bodies that are named
 * in prose alone, or of a department against an agency where nobody carries the department yet.
 */
export function sameBody(
  a: Draft<Body> | undefined,
  b: Draft<Body> | undefined,
  division: string,
  lookups: Lookups,
): boolean | undefined {
  if (a?.department !== undefined && b?.department !== undefined && a.agency === b.agency)
    return a.department === b.department;
  const [one, other] = [a, b].map(
    (body) =>
      body?.agency ??
      (body?.department === undefined ? undefined : lookups.agencyFor(body.department, division)?.id),
  );
  return one === undefined || other === undefined ? undefined : one === other;
}

/** What a body is called, for messages. */
export function bodyInWords(body: Draft<Body>, lookups: Lookups): string {
  if (body.agency !== undefined) return lookups.agency(body.agency)?.name ?? body.agency;
  if (body.department !== undefined) return lookups.codeLabel('departments', body.department).zh;
  return body.text ?? '';
}
