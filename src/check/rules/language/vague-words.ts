import { clipped } from '../clipped.ts';
import { isCatchAll } from '../materials/isCatchAll.ts';
import type { Finding, ItemRule } from '../rule.ts';

const papers = '(?:材料|资料|文件|证件|证照|手续|证明)';
const demands = '(?:规定|要求|条件|标准|情况|情形|事项|内容)';

/** Words that say something definite as often as not, with where they do not. Any other word is vague wherever it stands. */
const where = new Map([
  // The end of a list that goes on, but 二等, 平等, 甲等医院 and 等级.
  [
    '等',
    new RegExp(
      `(?<![一二三四五甲乙丙丁平同高中初上下特优劣对相均头])等(?:$|[，。；、）)]|(?:相关|有关|其他)?的?(?:${papers}|${demands}))`,
    ),
  ],
  // 与申请事项有关的, 有关部门 name something; 有关规定 does not.
  ['有关', new RegExp(`(?<![与和同])有关的?(?:${papers}|${demands})`)],
  ['相关', new RegExp(`(?<![与和同])相关的?(?:${papers}|${demands})`)],
  ['适当', /适当(?!性)/],
]);

/** What is quoted: names of documents, words of a form. */
const quoted = /《[^》]{0,200}》|“[^”]{0,200}”/g;
/** Examples of the word before them, which in a condition leave open nothing: 建设（新建、改建、扩建等）. */
const examples = /[（(][^（()）]*等[）)]/g;

export const vagueWords: ItemRule = {
  id: 'vague-words',
  family: 'language',
  scope: 'item',
  severity: 'warning',
  title: { zh: '条件、材料不用含糊的词', en: 'No vague words in conditions and materials' },
  why: {
    zh: '“等”“有关”“必要时”“原则上”让申请人猜、让办事的人说了算。写出具体是什么、什么时候；照抄法条的，引用条文并写出具体要求。',
    en: '"And the like", "relevant", "where necessary", "in principle" make applicants guess and leave it to the clerk. Write what and when; where a law says so, cite it and spell out what it means here.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 35 },
    { law: 'administrative-licensing-law', article: 30 },
  ],
  parameters: {
    words: {
      default: ['等', '有关', '相关', '必要时', '原则上', '适当', '视情况', '酌情'],
      title: { zh: '含糊的词', en: 'Vague words' },
    },
  },
  good: [
    {
      name: 'words that look alike',
      item: {
        conditions: {
          grant: [
            { id: 'a', text: '具有中等专业学校以上学历，受到平等对待，达到二等、甲级标准。' },
            { id: 'b', text: '向有关部门备案，与经营规模有关的设备齐全。' },
            { id: 'c', text: '取得营业执照等合法主体资格，建设（新建、改建、扩建等）手续齐全。' },
            { id: 'd', text: '符合《投资者适当性管理有关规定》和“原则上不予批准”的目录。' },
          ],
        },
        materials: { list: [{ id: 'm', name: '三甲等级医院体检报告' }] },
      },
    },
    {
      name: 'a word that the catalogue allows',
      config: { rules: { 'vague-words': { parameters: { words: ['原则上'] } } } },
      item: { conditions: { grant: [{ id: 'a', text: '必要时提供样品。' }] } },
    },
    {
      name: 'a catch-all, as another rule tells',
      item: { materials: { list: [{ id: 'm', name: '身份证等相关材料' }] } },
    },
  ],
  bad: [
    {
      name: 'where necessary',
      item: { conditions: { grant: [{ id: 'a', text: '必要时提供样品，原则上不超过三件。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'relevant rules',
      item: { conditions: { refuse: [{ id: 'a', text: '不符合有关规定的。' }] } },
      at: ['conditions', 'refuse', 0, 'text'],
    },
    {
      name: 'a material whose contents go on',
      item: { materials: { list: [{ id: 'm', name: '主体文件（含营业执照、授权委托书等）' }] } },
      at: ['materials', 'list', 0, 'name'],
    },
    {
      name: 'a list that goes on',
      item: { materials: { list: [{ id: 'm', name: '身份证、户口簿等' }] } },
      at: ['materials', 'list', 0, 'name'],
    },
  ],
  mutations: [
    {
      name: 'in principle',
      edits: [
        { kind: 'set', path: ['conditions', 'grant', 1, 'text'], value: '原则上经公安交通管理部门同意。' },
      ],
    },
    {
      name: 'relevant papers with the drawings',
      edits: [{ kind: 'set', path: ['materials', 'list', 2, 'name'], value: '相关文件的挖掘设计图' }],
    },
  ],
  check(item, { list }) {
    const words = list('words');
    const found: Finding[] = [];
    const see = (text: string | undefined, path: Finding['path'], cites: boolean) => {
      if (text === undefined || !words.some((word) => text.includes(word))) return;
      const isCondition = path[0] === 'conditions';
      const unquoted = text.replace(quoted, '');
      const plain = isCondition ? unquoted.replace(examples, '') : unquoted;
      const vague = words.filter((word) => where.get(word)?.test(plain) ?? plain.includes(word));
      if (vague.length === 0) return;
      const said = vague.map((word) => `“${word}”`).join('、');
      found.push({
        path,
        // A condition that cites a law most likely has its words, which are to be spelt out and not to be changed;
        // so has a list of examples.
        ...(isCondition && (cites || vague.every((word) => word === '等')) && { severity: 'info' }),
        message: {
          zh: `“${clipped(text)}”中的${said}说得含糊。请写出具体是什么、什么时候。`,
          en: `In "${clipped(text)}" ${said} is vague. Write what exactly, and when.`,
        },
      });
    };
    for (const key of ['grant', 'refuse'] as const)
      (item.conditions?.[key] ?? []).forEach(({ text, basis = [] }, i) =>
        see(text, ['conditions', key, i, 'text'], basis.length > 0),
      );
    (item.materials?.list ?? []).forEach(({ name }, i) => {
      if (name !== undefined && !isCatchAll(name)) see(name, ['materials', 'list', i, 'name'], false);
    });
    return found;
  },
};
