import { listsInForce } from '../../../catalogue/index.ts';
import type { CatalogueRule } from '../rule.ts';
import { line, listed } from './listExample.ts';

/** Business Environment Regulation Art. 40: the list and the procedure name one permit, by one name and one code. */
export const lineSaysTheSame: CatalogueRule = {
  id: 'line-says-the-same',
  family: 'lists',
  scope: 'catalogue',
  severity: 'warning',
  title: {
    zh: '规程的名称、编码与清单一致',
    en: 'A procedure has the name and code of its line on the list',
  },
  why: {
    zh: '名称或者编码不一样，公众对不上是不是同一项许可。以现行清单为准更正规程；清单有误的，按程序更正清单。',
    en: 'By another name or code nobody can tell whether it is the same permit. Correct the procedure by the list, or have the list corrected.',
  },
  cites: [{ law: 'business-environment-regulation', article: 40, paragraph: 1 }],
  good: [
    { name: 'the same', files: listed([line('a', { code: '000119001000' })]) },
    { name: 'a list without codes', files: listed([line('a')]) },
    {
      name: 'a line of something else',
      files: listed([line('a'), line('b', { decision: 'cancel', name: '乙' })]),
    },
  ],
  bad: [
    {
      name: 'another name',
      files: listed([line('a', { name: '乙许可' })]),
      file: 'lists/l.yaml',
      at: ['lines', 0, 'name'],
    },
    { name: 'another code', files: listed([line('a', { code: '000119002000' })]), at: ['lines', 0, 'code'] },
  ],
  mutations: [
    {
      name: 'the list has another code',
      files: {
        'lists/l.yaml': {
          ...(listed([
            line('urban-road-excavation-permit', { name: '挖掘城市道路审批', code: '000117018000' }),
          ])['lists/l.yaml'] as object),
          division: '511502',
        },
      },
    },
  ],
  check(catalogue, { date }) {
    const basics = new Map(
      catalogue.guides.map(({ division, id, item }) => [`${division}/${id}`, item.basics]),
    );
    return [...listsInForce(catalogue, date)].flatMap(([division, source]) =>
      (source.value.lines ?? []).flatMap(({ id, name, code }, i) => {
        const own = basics.get(`${division}/${id}`);
        const compared = [
          { key: 'name', zh: '名称', en: 'name', list: name, own: own?.name },
          { key: 'code', zh: '基本编码', en: 'basic code', list: code, own: own?.basicCode },
        ];
        return compared
          .filter((one) => one.list !== undefined && one.own !== undefined && one.list !== one.own)
          .map((one) => ({
            subject: source,
            finding: {
              path: ['lines', i, one.key],
              message: {
                zh: `清单的${one.zh}是“${one.list}”，规程的是“${one.own}”。请以现行清单为准更正规程，或按程序更正清单。`,
                en: `The list has the ${one.en} "${one.list}", the procedure "${one.own}". Correct the procedure by the list in force, or have the list corrected.`,
              },
            },
          }));
      }),
    );
  },
};
