import type { ItemRule } from '../rule.ts';

/** Names of certificates, and of documents of approval; a name may end in brackets. */
const certificate = /(?:证|证书|执照)(?:[（(][^（()）]*[）)])?$/;
const document = /(?:批复|决定书|批准文件|意见书|批准书|通知书)(?:[（(][^（()）]*[）)])?$/;

export const certificateByName: ItemRule = {
  id: 'certificate-by-name',
  family: 'result',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '名为“证”的是证照，名为批复、决定书的是批文',
    en: 'What is called a certificate is one, and what is called a decision is a document',
  },
  why: {
    zh: '结果类型决定怎样归入电子证照、怎样统计。照名称改正结果类型。',
    en: 'The kind of result decides how it is kept among electronic licences and counted. Correct it by the name.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 39, paragraph: 1 }],
  good: [
    { name: 'a licence', item: { result: { kind: 'certificate', name: '取水许可证' } } },
    { name: 'two in one', item: { result: { kind: 'certificate', name: '许可证（正本、副本）' } } },
    { name: 'a decision', item: { result: { kind: 'document', name: '水土保持方案批复' } } },
    { name: 'a proof, which is a document', item: { result: { kind: 'document', name: '备案证明' } } },
    { name: 'no name yet', item: { result: { kind: 'document' } } },
  ],
  bad: [
    {
      name: 'a licence that is called a document',
      item: { result: { kind: 'document', name: '取水许可证' } },
      at: ['result', 'kind'],
    },
    {
      name: 'a decision that is called a certificate',
      item: { result: { kind: 'certificate', name: '水土保持方案批复' } },
      at: ['result', 'kind'],
    },
  ],
  mutations: [
    {
      name: 'a licence that is called a document',
      edits: [{ kind: 'set', path: ['result', 'kind'], value: 'document' }],
    },
  ],
  check(item) {
    const { kind, name = '' } = item.result ?? {};
    const should = certificate.test(name) ? 'certificate' : document.test(name) ? 'document' : undefined;
    if (kind === undefined || should === undefined || kind === should) return [];
    const zh = should === 'certificate' ? '证照' : '批文';
    return [
      {
        path: ['result', 'kind'],
        message: {
          zh: `结果叫“${name}”，类型却不是${zh}。请把结果类型改为 ${should}，或者更正名称。`,
          en: `The result is called "${name}" but is no ${should}. Change its kind to ${should}, or correct the name.`,
        },
        fix: {
          title: { zh: `结果类型改为${zh}`, en: `Make it a ${should}` },
          edits: [{ kind: 'set', path: ['result', 'kind'], value: should }],
        },
      },
    ];
  },
};
