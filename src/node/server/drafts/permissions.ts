import type { ActKind, Member, Permission } from '../../../api/index.ts';
import { decidingRoles, mayAct, mayReach, type OwnedFile, type Wish } from '../../../review/index.ts';
import type { Draft } from '../../review/index.ts';
import type { Files } from '../catalogue/catalogueOf.ts';
import { ownersOf } from '../catalogue/checks.ts';
import { filesOf } from './filesOf.ts';

/** Whose the files of a draft, or others, are, by `main` and by what the draft, as it stands in `files`, says. */
export function ownedFiles(draft: Draft, files: Files, main: Files, paths = filesOf(draft)): OwnedFile[] {
  const removed = new Set(draft.changes.filter(({ blob }) => blob === null).map(({ path }) => path));
  return paths.map((path) => ({
    path,
    owners: ownersOf({ path, now: removed.has(path) ? undefined : (files.get(path) ?? '') }, main),
  }));
}

/** What `person` may do with a draft now, and why not: the state of it first, then whose its files are. */
export function permissions(
  draft: Draft,
  person: Member,
  files: readonly OwnedFile[],
): Record<ActKind, Permission> {
  const may = (kind: Exclude<ActKind, 'publish'>) => mayDo(draft, person, { kind }, files);
  const write = Object.values(mayWrite(draft, person, files));
  return {
    edit: write.find(({ kind }) => kind === 'allowed') ?? may('edit'),
    submit: may('submit'),
    approve: may('approve'),
    override: may('override'),
    ratify: may('ratify'),
    return: may('return'),
    withdraw: may('withdraw'),
    comment: may('comment'),
    suggest: may('suggest'),
    take: may('take'),
    takeOver: may('takeOver'),
    assign: may('assign'),
    merge: may('merge'),
    publish: {
      kind: 'refused',
      reason: '发布的是整个正式目录，不是一份草稿。',
      reasonEn: 'The whole catalogue is published, not one draft.',
    },
  };
}

/** Whether `person` may write each of `files`, by path. */
export function mayWrite(
  draft: Draft,
  person: Member,
  files: readonly OwnedFile[],
): Record<string, Permission> {
  return Object.fromEntries(files.map((file) => [file.path, mayDo(draft, person, { kind: 'edit' }, [file])]));
}

/** Whether `person` may do one thing with a draft. */
export function mayDo(draft: Draft, person: Member, wish: Wish, files: readonly OwnedFile[]): Permission {
  const permission = mayAct(draft, person, wish);
  if (permission.kind === 'refused') return permission;
  const roles = decidingRoles(draft, person, wish);
  return roles === undefined ? permission : mayReach(person, roles, files);
}
