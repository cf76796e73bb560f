import { bodyInWords } from '../authority/sameBody.ts';
import type { ItemRule } from '../rule.ts';

export const ownDocumentNotAsked: ItemRule = {
  id: 'own-document-not-asked',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: { zh: '本机关出具的证件不要求申请人提供', en: 'No agency asks for papers of its own' },
  why: {
    zh: '本机关发的证、出的文件，自己有存档，再要申请人提供是多余的。必要性改为“非必要”，由本机关内部核查。',
    en: 'What the agency issued it has on file, and to ask for it again is needless. Make it optional and look it up.',
  },
  cites: [
    { law: 'online-government-services-regulation', article: 7 },
    { law: 'business-environment-regulation', article: 44, paragraph: 2 },
  ],
  good: [
    {
      name: 'another body issued it',
      item: {
        authority: { decides: { department: 'housing' } },
        materials: {
          list: [
            { id: 'm', name: '批复', need: 'required', source: 'government', issuer: '自然资源主管部门' },
          ],
        },
      },
    },
    {
      name: 'its own, not asked for',
      item: {
        authority: { decides: { department: 'urban-management' } },
        materials: {
          list: [
            { id: 'm', name: '原许可证', need: 'optional', source: 'government', issuer: '城市管理部门' },
          ],
        },
      },
    },
    {
      name: 'its own, which is shared, as another rule tells',
      item: {
        authority: { decides: { department: 'urban-management' } },
        materials: {
          list: [
            {
              id: 'm',
              name: '许可证',
              need: 'required',
              source: 'government',
              issuer: '城市管理部门',
              sharing: true,
            },
          ],
        },
      },
    },
    {
      name: 'an intermediary wrote it',
      item: {
        authority: { decides: { department: 'urban-management' } },
        materials: {
          list: [
            { id: 'm', name: '报告', need: 'required', source: 'intermediary', issuer: '城市管理研究所' },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'its own licence',
      item: {
        authority: { decides: { department: 'urban-management' } },
        materials: {
          list: [
            { id: 'm', name: '原许可证', need: 'required', source: 'government', issuer: '城市管理部门' },
          ],
        },
      },
      at: ['materials', 'list', 0, 'need'],
    },
  ],
  mutations: [
    {
      name: 'the city asks for what it issued',
      edits: [
        { kind: 'set', path: ['materials', 'list', 4, 'issuer'], value: '城市管理部门' },
        { kind: 'set', path: ['materials', 'list', 4, 'name'], value: '占用城市道路许可证' },
      ],
    },
  ],
  check(item, { lookups }) {
    const decides = item.authority?.decides;
    const name = decides?.department === undefined ? undefined : bodyInWords(decides, lookups);
    if (name === undefined) return [];
    return (item.materials?.list ?? []).flatMap((material, i) => {
      const { need, source, issuer, sharing } = material;
      if (sharing === true || source !== 'government' || need === undefined || need === 'optional') return [];
      // Several issuers in one field are for the applicant's place or kind, and only some are this agency.
      if (issuer === undefined || !issuer.startsWith(name) || /[、，或]/.test(issuer)) return [];
      const path = ['materials', 'list', i, 'need'];
      return [
        {
          path,
          message: {
            zh: `材料“${material.name ?? material.id ?? ''}”由本机关（${issuer}）出具，却要求申请人提供。必要性改为 optional（非必要），由本机关核查。`,
            en: `The material "${material.name ?? material.id ?? ''}" is issued by the deciding agency (${issuer}) and asked of the applicant. Make it optional and look it up.`,
          },
          fix: {
            title: { zh: '改为非必要，由本机关核查', en: 'Make it optional' },
            edits: [{ kind: 'set', path, value: 'optional' }],
          },
        },
      ];
    });
  },
};
