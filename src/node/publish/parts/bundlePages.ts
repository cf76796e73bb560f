import { bundlePage } from '../../../guide/index.ts';
import { versionFiles } from './guideVersions.ts';
import type { BundlePart } from './sitePart.ts';

/** The page of each bundle, and its version at an address that stays. */
export const bundlePages: BundlePart = {
  kind: 'bundle',
  name: 'bundles',
  files: ({ view, address, version }, { at }) => [
    { path: address.path, make: () => bundlePage(at('../../'), view, address) },
    ...versionFiles(version),
  ],
};
