import { englishPage, englishPath } from '../../../guide/index.ts';
import type { GuidePart } from './sitePart.ts';

/** The English page of each guide whose item has a translation. */
export const englishGuides: GuidePart = {
  kind: 'guide',
  name: 'english',
  files: ({ effective, address }, { at, lookups }) => {
    const translation = lookups.translation(effective.id);
    if (translation === undefined) return [];
    const make = () => englishPage(at('../../'), effective, { translation, guide: address.path });
    return [{ path: englishPath(effective), make }];
  },
};
