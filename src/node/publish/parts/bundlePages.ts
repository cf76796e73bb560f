import { bundlePage } from '../../../guide/index.ts';
import type { BundlePart } from './sitePart.ts';

/** The page of each bundle, and its version at an address that stays. */
export const bundlePages: BundlePart = {
  kind: 'bundle',
  name: 'bundles',
  files: ({ view, address, version: { path, added } }, { at }) => [
    { path: address.path, make: () => bundlePage(at('../../'), view, address) },
    ...(added === undefined ? [] : [{ path, permanent: true as const, make: added }]),
  ],
};
