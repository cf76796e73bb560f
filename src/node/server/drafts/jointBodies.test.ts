import { beforeAll, expect, it } from 'vitest';
import type { Catalogue } from '../../../catalogue/index.ts';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { jointBodies } from './jointBodies.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

it.each([
  ['of a layer, in its division', '360100/urban-road-excavation-permit.yaml', ['nanchang-public-security']],
  ['of no item on which one body decides', '360100/food-business-licence.yaml', []],
  // Fire and drainage; food leads.
  [
    'of a bundle, those of its members in each division',
    'bundles/open-restaurant.yaml',
    ['cuiping', 'fucheng', 'mianyang', 'yibin'].flatMap((place) => [`${place}-fire`, `${place}-housing`]),
  ],
])('%s', (_name, file, expected) => {
  expect(jointBodies(new Set([file]), catalogue)).toEqual(expected);
});
