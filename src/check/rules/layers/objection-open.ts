import { filedObjections } from '../../../catalogue/index.ts';
import { labelOf } from '../../../model/field.ts';
import { schemas } from '../../../model/schemas.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { objecting } from './objection-binds-to-field.ts';

const item = {
  id: 'a',
  basics: { name: '甲许可' },
  limits: { statutory: { value: 90, unit: 'working-days' } },
};

/**
 * Licensing Law Art. 20: who set a permit evaluates it, and who carries it out reports what it finds. What is lawful
 * and lax, or does not fit a place, is no error of the procedure: the objection stands at the field until the body
 * that wrote it answers.
 */
export const objectionOpen: CatalogueRule = {
  id: 'objection-open',
  family: 'layers',
  scope: 'catalogue',
  severity: 'info',
  title: { zh: '异议有人答复', en: 'An objection is answered' },
  why: {
    zh: '下级提出的异议没有答复，问题就留在规程里。由写规程的机关在异议文件的 answer 里答复：采纳、部分采纳或者不采纳，写明理由。',
    en: 'An objection without an answer leaves the ill in the procedure. The body that wrote it answers in the objection’s file, with reasons.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 20 }],
  good: [
    {
      name: 'answered',
      files: {
        '000000/a.yaml': item,
        'objections/511502/o.yaml': objecting('/limits/statutory', {
          answer: { decision: 'accept', text: '修订时改。', by: '某部', date: '2026-05-20' },
        }),
      },
    },
    {
      name: 'about nothing, which is told elsewhere',
      files: { '000000/a.yaml': item, 'objections/511502/o.yaml': objecting('/limits/gone') },
    },
  ],
  bad: [
    {
      name: 'not answered yet, told at the field',
      files: { '000000/a.yaml': item, 'objections/511502/o.yaml': objecting('/limits/statutory') },
      file: '000000/a.yaml',
      at: ['limits', 'statutory', 'value'],
    },
    {
      name: 'a field that the item lacks, told at the objection',
      files: { '000000/a.yaml': item, 'objections/511502/o.yaml': objecting('/limits/extension') },
      file: 'objections/511502/o.yaml',
      at: ['path'],
    },
  ],
  mutations: [
    {
      name: 'a county objects to the statutory limit',
      files: {
        'objections/511502/o.yaml': {
          ...objecting('/limits/statutory'),
          item: 'urban-road-excavation-permit',
        },
      },
    },
  ],
  check(catalogue) {
    const { sources, lookups } = catalogue;
    return filedObjections(catalogue).flatMap(
      ({ source, objection, division, state, about }): CatalogueFinding[] => {
        if (state !== 'open' || about === undefined) return [];
        const kind = labelOf(schemas.objection.properties!['kind']!, objection.kind ?? 'other');
        const [place, date, reason] = [
          lookups.divisionName(division),
          objection.filed?.date ?? '',
          objection.reason ?? '',
        ];
        const at = about.origin === undefined ? undefined : sources.get(about.origin.file);
        return [
          {
            subject: at ?? source,
            finding: {
              path: at === undefined || about.origin === undefined ? ['path'] : about.origin.path,
              message: {
                zh: `${place} ${date} 对“${about.title.zh}”提出异议（${kind.zh}）：${reason.replace(/。$/, '')}。请写这份规程的机关在 ${source.path} 答复。`,
                en: `${place} objected on ${date} to "${about.title.en}" (${kind.en}): ${reason}. The body that wrote this answers in ${source.path}.`,
              },
            },
          },
        ];
      },
    );
  },
};
