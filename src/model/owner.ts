import type { Words } from './schemas.ts';

/**
 * Whose a file of the catalogue is; who may write it follows. `above` is the division with those above it, lowest
 * first, `words` the owner as readers call it.
 */
export type Owner =
  /** What anybody who drafts may write: a profile of an import, a form that no file names yet. */
  | { kind: 'anybody' }
  /** What all divisions go by: settings, calendars, who signs and who may do what. */
  | { kind: 'catalogue' }
  | { kind: 'division'; above: string[]; words: Words }
  /** A procedure or a local layer of one; no departments where it does not say who decides. */
  | { kind: 'item'; role: 'base' | 'layer'; above: string[]; departments: string[]; words: Words }
  /** Either of two: an objection is written by who raises it and by who answers it. */
  | { kind: 'either'; of: Owner[] }
  /** What stays as it is. */
  | { kind: 'nobody'; reason: string; reasonEn: string };
