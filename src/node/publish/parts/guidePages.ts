import { guidePieces } from '../../../guide/index.ts';
import type { GuidePart } from './sitePart.ts';

/** The page of each guide. */
export const guidePages: GuidePart = {
  kind: 'guide',
  name: 'guides',
  files: ({ view, address }, { at }) => [
    { path: address.path, make: () => guidePieces(at('../'), view, address) },
  ],
};
