import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../citedLaws.ts';
import type { Citation, KnownLaw } from './citation.ts';
import { documentNumber, findDocumentNumbers } from './documentNumber.ts';
import { readNumeral } from './numeral.ts';
import { readPlaces } from './places.ts';
import { readCitations } from './readCitations.ts';
import { isInstrument } from './title.ts';

const laws: KnownLaw[] = [
  { id: 'licensing', title: '中华人民共和国行政许可法' },
  { id: 'water', title: '中华人民共和国水法' },
  { id: 'abstraction', title: '取水许可和水资源费征收管理条例', aliases: ['取水条例', '国务院令第460号'] },
  {
    id: 'approvals',
    title: '国务院关于规范国务院部门行政审批行为改进行政审批有关工作的通知',
    aliases: ['国发〔2015〕6号'],
  },
  { id: 'one', title: '甲市城市管理规定', aliases: ['城管规定'] },
  { id: 'two', title: '乙市城市管理规定', aliases: ['城管规定'] },
];

const words = (text: string) =>
  readPlaces(text, 0).places.map(({ chapter, article, sub, paragraph, item }) =>
    [chapter && `c${chapter}`, article, sub && `s${sub}`, paragraph && `p${paragraph}`, item && `i${item}`]
      .filter((part) => part !== undefined)
      .join(' '),
  );

/** What is cited, as `title | number | places | version | is`. */
const summary = ({ title, number, places, version, is }: Citation) =>
  [
    title,
    number,
    places
      .map(({ article, paragraph, item }) => [article, paragraph, item].join('.').replace(/\.+$/, ''))
      .join(' '),
    version?.year,
    is.kind === 'law' ? is.law : is.kind,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' | ');

describe('numerals', () => {
  it('are those that laws write, back to the number', () => {
    for (let n = 0; n <= 9999; n++) expect(readNumeral(chineseNumber(n)), String(n)).toBe(n);
  });

  it.each([
    ['12', 12],
    ['１４２', 142],
    ['一〇五', 105],
    ['二○一五', 2015],
    ['一百十二', 112],
    ['十百', undefined],
    ['三三十', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(readNumeral(text)).toBe(expected));
});

describe('places', () => {
  it.each([
    ['第十二条', ['12']],
    ['第 12 条第 2 款第 3 项', ['12 p2 i3']],
    ['第十二条之一', ['12 s1']],
    ['第十二条、第十三条', ['12', '13']],
    ['第十二、十三条的规定', ['12', '13']],
    ['第三条至第五条', ['3', '4', '5']],
    ['第三至五条', ['3', '4', '5']],
    ['第12-14条', ['12', '13', '14']],
    ['第二条第二款、第八条第二款', ['2 p2', '8 p2']],
    ['第四十七条第二款、第三款', ['47 p2', '47 p3']],
    ['第二十四条第（二）项或者第（三）项', ['24 i2', '24 i3']],
    ['第二十五条第一款第(一)、(四)项', ['25 p1 i1', '25 p1 i4']],
    ['第十条第一项至第三项', ['10 i1', '10 i2', '10 i3']],
    ['第十条第一款第二项和第三款', ['10 p1 i2', '10 p3']],
    ['第三十七条、三十八条的规定', ['37', '38']],
    ['第一项、二项', ['i1', 'i2']],
    ['第三条、五项', ['3']],
    ['第三章', ['c3']],
    ['第二章第十条', ['10']],
    ['第三点第22条', ['22']],
    ['第34项', ['i34']],
    ['规定', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('end where the last one does', () => {
    expect(readPlaces('依第三条、第五条，以及其他', 1).end).toBe(8);
  });

  it.each(['第十百条', '第五条至第三条', '第一条至第九百条'])('%s cannot be read', (text) =>
    expect(readPlaces(text, 0).bad).toBeDefined(),
  );
});

describe('document numbers', () => {
  it.each([
    ['国发〔2015〕6号', '国发〔2015〕6号'],
    ['国办发(1985)49号文件', '国办发〔1985〕49号'],
    ['粤教基函［2017］ 200 号', '粤教基函〔2017〕200号'],
    ['中华人民共和国国务院令第460号', '国务院令第460号'],
    ['国务院第460号令', '国务院令第460号'],
    ['中华人民共和国主席令第五十二号', '主席令第52号'],
    ['住房和城乡建设部令第18号', '住房和城乡建设部令第18号'],
    ['国务院、中央军事委员会令第371号', '国务院、中央军事委员会令第371号'],
    ['水利部公告2013年第1号', '水利部公告2013年第1号'],
    ['国务院412号令', '国务院令第412号'],
    ['自治区人民政府令第183号', '自治区人民政府令第183号'],
    ['自然资源部令第5号', '自然资源部令第5号'],
    ['自然资规〔2019〕2号', '自然资规〔2019〕2号'],
    ['对外贸易经济合作部令第6号', '对外贸易经济合作部令第6号'],
    ['日照市人民政府令第1号', '日照市人民政府令第1号'],
    ['甲29号', undefined],
    ['第12号', undefined],
    ['安全生产禁令第3号', undefined],
  ])('%s', (text, expected) => expect(documentNumber(text)).toBe(expected));

  it.each([
    ['按照国发〔2015〕6号文件要求', '国发〔2015〕6号'],
    ['2014年7月30日原国家工商行政管理总局令第71号公布', '国家工商行政管理总局令第71号'],
    ['依据《甲法》和水利部令第34号', '水利部令第34号'],
    ['国务院令第412号和水利部令第34号', '国务院令第412号 水利部令第34号'],
    ['国务院关于某事的决定\n国发〔2015〕11号', '国发〔2015〕11号'],
    ['国务院关于某事的决定 国发〔2015〕11号', '国发〔2015〕11号'],
    ['某事管理规定\n国务院令第412号', '国务院令第412号'],
    ['自国务院令第412号施行之日起', '国务院令第412号'],
  ])('in %s', (text, expected) =>
    expect(
      findDocumentNumbers(text)
        .map(({ written }) => written)
        .join(' '),
    ).toBe(expected),
  );
});

describe('titles', () => {
  it.each([
    '行政许可法',
    '取水许可管理办法（试行）',
    '国务院关于某事的决定',
    '产业结构调整指导目录',
    '国家危险废物名录',
    '药品生产质量管理规范',
  ])('%s is an instrument', (title) => expect(isInstrument(title)).toBe(true));
  it.each([
    '申请表',
    '取水许可证',
    '生活饮用水标准检验方法',
    '施工方案',
    '申请材料目录',
    '现代汉语词典',
    '不予行政许可决定书',
    '生活饮用水卫生标准',
    '公司章程',
  ])('%s is none', (title) => expect(isInstrument(title)).toBe(false));
});

describe('citations', () => {
  /** The words that cite, and what. */
  const read = (text: string) =>
    readCitations(text, laws).map((citation) => [
      text.slice(citation.start, citation.end),
      summary(citation),
    ]);

  const cases: [string, string, ...[string, string][]][] = [
    [
      'a full title',
      '依照《中华人民共和国行政许可法》第四十二条的规定',
      ['《中华人民共和国行政许可法》第四十二条', '中华人民共和国行政许可法 | 42 | licensing'],
    ],
    ['a short title', '《行政许可法》第12条', ['《行政许可法》第12条', '行政许可法 | 12 | licensing']],
    ['an alias', '《取水条例》第三条', ['《取水条例》第三条', '取水条例 | 3 | abstraction']],
    ['another instrument', '《某省水条例》', ['《某省水条例》', '某省水条例 | other']],
    [
      'a number behind the article',
      '《取水许可和水资源费征收管理条例》第二十五条(国务院令第460号);',
      [
        '《取水许可和水资源费征收管理条例》第二十五条(国务院令第460号)',
        '取水许可和水资源费征收管理条例 | 国务院令第460号 | 25 | abstraction',
      ],
    ],
    [
      'a number before the title',
      '国务院令第412号公布的《国务院对确需保留的行政审批项目设定行政许可的决定》附件第11项',
      [
        '国务院令第412号公布的《国务院对确需保留的行政审批项目设定行政许可的决定》附件第11项',
        '国务院对确需保留的行政审批项目设定行政许可的决定 | 国务院令第412号 | ..11 | other',
      ],
    ],
    [
      'a title that only its number tells',
      '《取水办法》（国务院令第460号）',
      ['《取水办法》（国务院令第460号）', '取水办法 | 国务院令第460号 | abstraction'],
    ],
    [
      'a number behind without brackets',
      '《取水办法》 国务院令第460号第三条',
      ['《取水办法》 国务院令第460号第三条', '取水办法 | 国务院令第460号 | 3 | abstraction'],
    ],
    [
      'a short name in the note of the number',
      '《甲县用水通知》（甲发〔2015〕6号，以下简称《通知》），《通知》施行前',
      ['《甲县用水通知》（甲发〔2015〕6号，以下简称《通知》）', '甲县用水通知 | 甲发〔2015〕6号 | other'],
      ['《通知》', '通知 | other'],
    ],
    [
      'a measure of a province with a law in its name',
      '根据广东省实施《中华人民共和国水法》办法第三条',
      ['广东省实施《中华人民共和国水法》办法第三条', '广东省实施〈中华人民共和国水法〉办法 | 3 | other'],
    ],
    [
      'a law that something carries out',
      '为实施《水法》规定，全市实施《水法》第七条',
      ['《水法》', '水法 | water'],
      ['《水法》第七条', '水法 | 7 | water'],
    ],
    ['a number by itself', '按国发[2015]6号文件办理', ['国发[2015]6号文件', '国发〔2015〕6号 | approvals']],
    [
      'a version inside',
      '《行政许可法（2019修正）》',
      ['《行政许可法（2019修正）》', '行政许可法 | 2019 | licensing'],
    ],
    [
      'a version behind',
      '《水法》（2016年修正）第七条',
      ['《水法》（2016年修正）第七条', '水法 | 7 | 2016 | water'],
    ],
    [
      'brackets inside',
      '《关于修改〈中华人民共和国水法〉的决定》',
      ['《关于修改〈中华人民共和国水法〉的决定》', '关于修改〈中华人民共和国水法〉的决定 | other'],
    ],
    [
      'the same brackets inside',
      '《关于修改《水法》的决定》第一条',
      ['《关于修改《水法》的决定》第一条', '关于修改〈水法〉的决定 | 1 | other'],
    ],
    ['no brackets', '依照行政许可法第十二条', ['行政许可法第十二条', '行政许可法 | 12 | licensing']],
    ['a name inside another', '违反海水法第三条', ['法第三条', '3 | not-understood']],
    ['no brackets and not registered', '依照车船税法第三条', ['法第三条', '3 | not-understood']],
    [
      'this one',
      '根据《水法》第三条和该法第五条',
      ['《水法》第三条', '水法 | 3 | water'],
      ['该法第五条', '水法 | 5 | water'],
    ],
    [
      'a name of the text’s own',
      '根据《某市供水条例》（以下简称《条例》），违反《条例》第五条的',
      ['《某市供水条例》（以下简称《条例》）', '某市供水条例 | other'],
      ['《条例》第五条', '条例 | 5 | other'],
    ],
    ['a kind and no name', '违反《条例》第五条的', ['《条例》第五条', '条例 | 5 | not-understood']],
    ['two of one name', '《城管规定》', ['《城管规定》', '城管规定 | not-understood']],
    ['a bracket left open', '依照《行政许可法第十二条', ['《行政许可法第十二条', '12 | not-understood']],
    ['a numeral that is none', '《水法》第十百条', ['《水法》第十百条', '水法 | not-understood']],
    ['something cited by article', '《某手册》第三条', ['《某手册》第三条', '某手册 | 3 | other']],
    ['a law of itself', '本法第三条、前款、本条例第五条、本实施细则第四十二条'],
    ['an article by itself', '第十二条 申请人应当'],
    ['a form, a certificate, a contract', '《取水申请表》《取水许可证》《施工合同》第三条'],
    ['a standard', '《公共场所卫生管理规范》（GB 37487-2019）和 GB 5749《生活饮用水卫生标准》'],
    ['a method', '按照检验方法第三条'],
    ['nothing', ''],
  ];
  it.each(cases)('%s', (_, text, ...expected) => expect(read(text)).toEqual(expected));

  it('say why they are not understood', () => {
    const [citation] = readCitations('《城管规定》', laws);
    expect(citation!.is).toMatchObject({ why: { zh: '登记中有几部法规都叫“城管规定”：one、two。' } });
  });

  it('take time in proportion to the text, whatever stands in it', () => {
    for (const piece of ['《', '《《》', '第一条', '（', '甲令第1号', '法第一条、', '《甲法》（']) {
      const start = performance.now();
      readCitations(piece.repeat(10_000), laws);
      expect(performance.now() - start, piece).toBeLessThan(2000);
    }
  }, 30_000);
});
