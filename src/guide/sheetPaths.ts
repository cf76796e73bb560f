import type { GuideView } from './view/types.ts';

/** Where the guide for paper stands. */
export function printPath({ division, id }: Pick<GuideView, 'division' | 'id'>): string {
  return `${division}/${id}/print.html`;
}

/** Where the one-time notice of a guide stands. */
export function noticePath({ division, id }: Pick<GuideView, 'division' | 'id'>): string {
  return `${division}/${id}/notice.html`;
}

/** Where the code stands that leads to the present version of a guide: what is printed of the guide itself shows it. */
export function codePath({ division, id }: Pick<GuideView, 'division' | 'id'>): string {
  return `${division}/${id}/code.svg`;
}

/** Where the guide in English stands. */
export function englishPath({ division, id }: Pick<GuideView, 'division' | 'id'>): string {
  return `${division}/${id}/en.html`;
}
