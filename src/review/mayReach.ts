import type { Owner } from '../model/owner.ts';
import type { Role } from './act.ts';
import type { Area, Member } from './grants.ts';
import type { Permission } from './mayAct.ts';

/** A file and whose it is. */
export interface OwnedFile {
  path: string;
  owners: readonly Owner[];
}

/**
 * Whether all `files` lie where `person` acts as one of `roles`; if not, the first that does not and whose it is. The
 * body whose law sets an item writes its base, and nobody else does; a lower division writes its own layers.
 */
export function mayReach(person: Member, roles: readonly Role[], files: readonly OwnedFile[]): Permission {
  const areas = person.grants
    .filter((grant) => grant.roles.some((role) => roles.includes(role)))
    .map(({ where }) => where);
  for (const { path, owners } of files) {
    // A text that does not say yet whose it is: who acts somewhere may begin it.
    const known: readonly Owner[] = owners.length > 0 ? owners : [{ kind: 'anybody' }];
    const strange = known.find((owner) => !isWithin(owner, areas));
    if (strange !== undefined) return { kind: 'refused', ...sentences(strange, path) };
  }
  return { kind: 'allowed' };
}

/** Whether `person` administers the whole catalogue: only then are others' sessions and the access log theirs to see. */
export function administersAll(person: Member): boolean {
  return (
    mayReach(person, ['administrator'], [{ path: '', owners: [{ kind: 'catalogue' }] }]).kind === 'allowed'
  );
}

function isWithin(owner: Owner, areas: readonly ('everywhere' | Area[])[]): boolean {
  if (owner.kind === 'nobody') return false;
  if (owner.kind === 'either') return owner.of.some((one) => isWithin(one, areas));
  return areas.some((where) => where === 'everywhere' || where.some((area) => covers(area, owner)));
}

function covers(area: Area, owner: Exclude<Owner, { kind: 'nobody' | 'either' }>): boolean {
  if (owner.kind === 'anybody') return true;
  if (owner.kind === 'catalogue') return false;
  const isThere = area.below ? owner.above.includes(area.division) : owner.above[0] === area.division;
  if (!isThere || owner.kind === 'division' || area.departments === undefined) return isThere;
  // Who decides is not said yet: it is asked for before anything is submitted.
  if (owner.departments.length === 0) return true;
  return owner.departments.some((department) => area.departments!.includes(department));
}

function sentences(owner: Owner, path: string): { reason: string; reasonEn: string } {
  switch (owner.kind) {
    case 'nobody':
      return { reason: owner.reason, reasonEn: owner.reasonEn };
    case 'anybody':
      return {
        reason: '您还没有任何职责范围。请管理员在人员职责中登记。',
        reasonEn: 'You have no scope yet. Ask the administrator to enter one for you.',
      };
    case 'catalogue':
      return {
        reason: `${path} 各级共用，只有职责为全部范围的人可以处理。`,
        reasonEn: `${path} is shared by all levels: only those whose scope is everywhere may handle it.`,
      };
    case 'division':
      return {
        reason: `${path} 由${owner.words.zh}管理，不在您的职责范围内。`,
        reasonEn: `${path} belongs to ${owner.words.en}, which is outside your scope.`,
      };
    case 'item':
      return owner.role === 'base'
        ? {
            reason: `这份规程由${owner.words.zh}制定，不在您的职责范围内。本级可以写本级内容，或者对它提出异议。`,
            reasonEn: `This procedure is set by its owner (${owner.words.en}), which is outside your scope. Write a layer of your own division, or file an objection.`,
          }
        : {
            reason: `这是${owner.words.zh}的本级内容，不在您的职责范围内。`,
            reasonEn: `This is the layer of another body (${owner.words.en}), which is outside your scope.`,
          };
    case 'either':
      return sentences(owner.of[0]!, path);
  }
}
