import type { ItemRule } from '../rule.ts';

/** Info: how many forms are there at all is a figure of supervision, and not told here form by form. */
export const sampleFormProvided: ItemRule = {
  id: 'sample-form-provided',
  family: 'materials',
  scope: 'item',
  severity: 'info',
  title: { zh: '有空白表格的，同时提供填写样例', en: 'A blank form comes with a filled sample' },
  why: {
    zh: '只有空白表，填错的要重来；法律要求公示申请书示范文本。为这张表补一份填好的样例。',
    en: 'With a blank alone people fill it in wrongly and start again; the law has a model shown. Add a filled sample of it.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30 }],
  good: [
    {
      name: 'both',
      item: {
        forms: { list: [{ id: 'f', name: '申请表', file: 'forms/f.docx', sample: 'forms/f-sample.pdf' }] },
      },
    },
    {
      name: 'the sample stands with the material',
      item: {
        forms: { list: [{ id: 'f', name: '申请表', file: 'forms/f.docx' }] },
        materials: { list: [{ id: 'm', name: '申请表', form: 'f', sample: 'forms/f-sample.pdf' }] },
      },
    },
    { name: 'neither', item: { forms: { list: [{ id: 'f', name: '申请表' }] } } },
  ],
  bad: [
    {
      name: 'a blank alone',
      item: { forms: { list: [{ id: 'f', name: '申请表', file: 'forms/f.docx' }] } },
      at: ['forms', 'list', 0, 'file'],
    },
  ],
  mutations: [
    {
      name: 'a blank form without a sample',
      edits: [{ kind: 'set', path: ['forms', 'list', 0, 'file'], value: 'forms/application.pdf' }],
      files: { 'forms/application.pdf': '%PDF-1.7\n%%EOF\n' },
    },
  ],
  check(item) {
    const shown = new Set(
      (item.materials?.list ?? []).flatMap(({ form, sample }) => (sample === undefined ? [] : [form])),
    );
    return (item.forms?.list ?? []).flatMap(({ id, name = id ?? '', file, sample }, i) => {
      if (file === undefined || sample !== undefined || shown.has(id)) return [];
      return [
        {
          path: ['forms', 'list', i, 'file'],
          message: {
            zh: `表格“${name}”有空白表，没有填写样例。请补一份填好的样例，写在 sample。`,
            en: `There is a blank of "${name}" and no filled sample. Add one as sample.`,
          },
        },
      ];
    });
  },
};
