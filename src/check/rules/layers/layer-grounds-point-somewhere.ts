import type { LayerRule } from '../rule.ts';
import { groundPath } from './grounds.ts';

/** Licensing Law Art. 5(2): what nobody can find is no basis. A ground names the place in the layer that it is for. */
export const layerGroundsPointSomewhere: LayerRule = {
  id: 'layer-grounds-point-somewhere',
  family: 'layers',
  scope: 'layer',
  severity: 'warning',
  title: { zh: '依据写明它支持本级的哪一处', en: 'A ground names what in the layer it is for' },
  why: {
    zh: '依据指向的内容不在本级，就等于没有写依据。把 path 改为本级写了的字段，如 /limits/promised。',
    en: 'A ground for what the layer does not say supports nothing. Let path name a field that this level writes, such as /limits/promised.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 5 }],
  good: [
    {
      name: 'a field',
      base: {},
      layers: [
        {
          overlay: { limits: { promised: { value: 5 } } },
          grounds: [{ path: '/limits/promised', law: 'a-local-regulation' }],
        },
      ],
    },
    {
      name: 'an element by its id',
      base: {},
      layers: [
        {
          overlay: { materials: { list: [{ id: 'a', copies: 1 }] } },
          grounds: [{ path: '/materials/list/a/copies', law: 'a-local-regulation' }],
        },
      ],
    },
  ],
  bad: [
    {
      name: 'a field that the layer does not write',
      base: {},
      layers: [
        {
          overlay: { limits: { promised: { value: 5 } } },
          grounds: [{ path: '/limits/acceptance', law: 'a-local-regulation' }],
        },
      ],
      at: ['grounds', 0, 'path'],
    },
    {
      name: 'no pointer',
      base: {},
      layers: [
        {
          overlay: { limits: { promised: { value: 5 } } },
          grounds: [{ path: 'limits.promised', law: 'a-local-regulation' }],
        },
      ],
      at: ['grounds', 0, 'path'],
    },
    {
      name: 'an element that is not there',
      base: {},
      layers: [
        {
          overlay: { materials: { list: [{ id: 'a', copies: 1 }] } },
          grounds: [{ path: '/materials/list/b', law: 'a-local-regulation' }],
        },
      ],
      at: ['grounds', 0, 'path'],
    },
  ],
  mutations: [
    {
      name: 'a ground for a promise that the layer does not make',
      others: {
        '511502/urban-road-excavation-permit.yaml': [
          {
            kind: 'set',
            path: ['grounds'],
            value: [{ path: '/limits/promised', law: 'a-local-regulation', article: 3 }],
          },
        ],
      },
    },
  ],
  check({ layer: { value: layer } }) {
    return (layer.grounds ?? []).flatMap(({ path }, i) =>
      path === undefined || groundPath(layer, path) !== undefined
        ? []
        : [
            {
              path: ['grounds', i, 'path'],
              message: {
                zh: `本级没有写“${path}”，这条依据没有着落。请改为本级写了的字段，写法如 /limits/promised、/materials/list/标识。`,
                en: `This level says nothing at "${path}", so the ground is for nothing. Name a field that it writes, like /limits/promised or /materials/list/id.`,
              },
            },
          ],
    );
  },
};
