import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, Scalar, type Document } from 'yaml';
import { validDir } from '../../tests/validCatalogue.ts';

/** Articles of one law of the corpus that establish an item each. */
const articlesOfLaw = 80;

/** Parts of the model item that real items of 6 KB do without. */
const left = [
  ['questions'],
  ['variants'],
  ['sources'],
  ['basics', 'synonyms'],
  ['authority', 'joint'],
  ['procedure', 'note'],
  ['procedure', 'steps', 2],
  ['materials', 'list', 4],
  ['materials', 'list', 3],
  ['conditions', 'refuse', 1],
  ['conditions', 'grant', 2],
  ['conditions', 'grant', 1],
  ['supervision', 'measures', 2],
  ['service', 'faq', 2],
  ['service', 'faq', 1],
  ['limits', 'extension'],
  ['promulgation'],
  ['supervision', 'measures', 1],
  ['rights', 'rights', 1],
  ['rights', 'duties'],
  ['service', 'firstAsked'],
  ['service', 'greenChannel'],
  ['service', 'themes'],
  ['reform'],
  ['materials', 'list', 1, 'notes'],
  ['materials', 'list', 2, 'notes'],
  ['authority', 'accepts', 'text'],
  ['authority', 'decides', 'text'],
  ['limits', 'delivery'],
  ['forms', 'list', 0, 'notes'],
  ['conditions', 'refuse'],
  ['result', 'territory'],
  ['materials', 'list', 0, 'notes'],
  ['materials', 'list', 0, 'acceptance'],
  ['basics', 'cleanUp'],
  ['basics', 'summary'],
  ['result', 'change'],
];

/** Words that tell the items of the corpus apart, so that none is another's namesake. */
const things = '桥梁隧道涵洞码头渡口航道堤防水闸泵站管廊路灯车站机场仓库市场剧场学校医院公园广场'.match(
  /../g,
)!;
const deeds = '架设拆除改建迁移占用封闭挖掘爆破排放取用'.match(/../g)!;

/** Divisions that adopt the corpus, a part each: one file of adoption holds some thousands of lines. */
export const adopters = ['510000', '510700', '511500', '511502'] as const;

/**
 * Writes a catalogue of `count` items into `dir`: the model item in which no rule finds anything, cut down to
 * about 6 KB, each time with a name, code, object and establishing article of its own. The files are written by
 * the `yaml` package, so that no reader is given its own hand. Gives the paths of the items.
 */
export async function makeCorpus(dir: string, count: number): Promise<string[]> {
  for (const name of ['catalogue.yaml', 'laws', 'agencies', 'calendars', 'centres', 'governance'])
    await cp(join(validDir, name), join(dir, name), { recursive: true });
  const law = await readFile(join(validDir, 'laws/urban-road-regulation.yaml'), 'utf8');
  for (let k = 0; k * articlesOfLaw < count; k++)
    await writeFile(join(dir, `laws/law-${k}.yaml`), lawText(law, k));
  const model = await readFile(join(validDir, '000000/urban-road-excavation-permit.yaml'), 'utf8');
  const folder = join(dir, '000000');
  await mkdir(folder, { recursive: true });
  const item = parseDocument(model);
  cut(item);
  const paths: string[] = [];
  for (let i = 0; i < count; i++) {
    const path = join(folder, `item-${i}.yaml`);
    vary(item, i);
    await writeFile(path, item.toString({ lineWidth: 0 }));
    paths.push(path);
  }
  return paths;
}

function cut(item: Document): void {
  for (const path of left) item.deleteIn(path);
  for (const list of [
    ['materials', 'list'],
    ['procedure', 'steps'],
    ['conditions', 'grant'],
  ])
    for (let i = 0; item.hasIn([...list, i]); i++) item.deleteIn([...list, i, 'when']);
  item.setIn(['fees'], { none: '不收费。' });
  item.setIn(['quantity'], { none: '没有数量限制。' });
  // Quoted, because readers that go by no schema take them for numbers and dates.
  item.setIn(['basics', 'type'], '01');
  item.setIn(['service', 'onlineDepth'], '3');
  item.setIn(['inForce', 'from'], quoted('2026-01-05'));
  item.setIn(['procedure', 'steps', 3, 'after'], ['road', 'site']);
}

function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

function vary(item: Document, i: number): void {
  const name = `${deeds[i % deeds.length]!}${things[Math.floor(i / deeds.length) % things.length]!}`;
  const number = Math.floor(i / (deeds.length * things.length));
  const named = number === 0 ? name : `${name}${chinese(number)}`;
  item.setIn(['id'], `item-${i}`);
  item.setIn(['basics', 'name'], `${named}审批`);
  item.setIn(['basics', 'everydayName'], `${named}许可`);
  item.setIn(['basics', 'basicCode'], `0001${String(i).padStart(5, '0')}000`);
  item.setIn(['basics', 'subject'], `因工程建设需要${named}的单位和个人`);
  item.setIn(['legalBasis', 0, 'law'], `law-${Math.floor(i / articlesOfLaw)}`);
  item.setIn(['legalBasis', 0, 'article'], 1 + (i % articlesOfLaw));
}

/** A law of `articlesOfLaw` articles under its own name, after one that is in the model catalogue. */
function lawText(model: string, k: number): string {
  const law = parseDocument(model);
  law.setIn(['id'], `law-${k}`);
  law.setIn(['title'], `样例条例${chinese(k + 1)}`);
  law.deleteIn(['articles']);
  return law.toString({ lineWidth: 0 });
}

/** Digits in Chinese, so that a name with a number is a name. */
function chinese(n: number): string {
  return [...String(n)].map((digit) => '零一二三四五六七八九'[Number(digit)]!).join('');
}

/** Has every one of the `count` items of the corpus in `dir` adopted by one division. */
export async function adoptAll(dir: string, count: number): Promise<void> {
  const share = Math.ceil(count / adopters.length);
  for (const [at, division] of adopters.entries()) {
    await mkdir(join(dir, division), { recursive: true });
    const ids = Array.from({ length: share }, (_, i) => at * share + i).filter((i) => i < count);
    const lines = ids.map((i) => `  - {id: item-${i}}\n`).join('');
    await writeFile(join(dir, division, 'adopt.yaml'), `division: "${division}"\nitems:\n${lines}`);
  }
}
