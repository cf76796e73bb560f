import type { Person, Role } from './act.ts';

/** A division, with those below it or not, and the departments whose items are meant: all where none is named. */
export interface Area {
  division: string;
  below: boolean;
  departments?: string[];
}

/** As what somebody acts, and where. */
export interface Grant {
  roles: Role[];
  where: 'everywhere' | Area[];
}

/** Somebody signed in, with what they may do: their `roles` are those of all their grants. */
export interface Member extends Person {
  grants: Grant[];
}

/** Who did it, for the record: what somebody may do is told by what holds, not by what held. */
export function recordOf({ subject, name, roles, agencies }: Person): Person {
  return { subject, name, roles, ...(agencies && agencies.length > 0 && { agencies }) };
}
