import type { Subject } from './subject.ts';
import type { BodyView } from './types.ts';

/** The agency that carries a function in the division, or the function in words where none is known. */
export function bodyView(
  { lookups, division }: Subject,
  body: { agency?: string; department?: string; text?: string } | undefined,
): BodyView {
  const { agency: id, department, text } = body ?? {};
  const agency =
    (id === undefined ? undefined : lookups.agency(id)) ??
    (department === undefined ? undefined : lookups.agencyFor(department, division));
  const words =
    text ??
    (department === undefined ? '未写明' : `${lookups.codeLabel('departments', department).zh}主管部门`);
  return { name: agency?.name ?? words, agency: agency?.id, phone: agency?.phone };
}
