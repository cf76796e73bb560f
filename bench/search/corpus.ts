// Ten thousand items whose words are real: names of public lists of items, and what national laws call permits and other
// acts of government. Nothing of it is kept in the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../../src/catalogue/index.ts';
import { guideView } from '../../src/guide/index.ts';
import { readFolder } from '../../src/node/files/index.ts';
import { searchEntry, type SearchEntry } from '../../src/search/index.ts';
import { randomOf } from '../../tests/faults/random.ts';
import { sampleDir } from '../../tests/sampleCatalogue.ts';

/** Public data that stands beside some checkouts. */
export const dataDir = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const haveData = existsSync(`${dataDir}items-sc-guangan/items.jsonl`);

/** An item with what its page says below the words that search knows. */
export interface CorpusItem {
  entry: SearchEntry;
  /** Sentences of real laws, or of the sample where there are none. */
  text: string[];
}

/** Words of laws for an act of government, by the end that lists of items have as well. */
const acts =
  /(?:许可|审批|登记|备案|核准|认定|鉴定|检验|验收|确认|裁决|奖励|检查|审查|注册|资格|给付|征收|检疫|核发)$/;
/** What is bidden, which makes an item of the list of inspections. */
const duties = /^(?:应当|必须)(.{5,})/;
/** What is forbidden, which makes an item of the list of penalties. */
const offences = /^(?:未|擅自|违反|伪造|隐瞒|拒不|拒绝|不按|超越|转让|出租|私自|非法)/;
const papers = /(?:申请书|申请表|证明|报告|合同|方案|证书|协议|章程|图纸|说明|清单|凭证|许可证)$/;

/** `count` items with distinct names, the same every time. */
export async function corpusItems(count: number): Promise<CorpusItem[]> {
  const { guides, lookups } = await readCatalogue(await readFolder(sampleDir));
  const draw = randomOf(7);
  const items: CorpusItem[] = [];
  const names = new Set<string>();
  const laws = haveData ? lawClauses() : undefined;
  const sentences = laws?.sentences ?? [];
  const departments = haveData ? linesOf('guides-gd-2021/departments.txt') : ['市场监督管理局'];
  const add = (entry: Partial<SearchEntry> & { name: string }) => {
    const name = entry.name.trim();
    if (name === '' || names.has(name) || items.length >= count) return;
    names.add(name);
    const id = `item-${String(items.length).padStart(5, '0')}`;
    const pick = <T>(of: readonly T[], from: number, to: number): T[] =>
      of.length === 0 ? [] : Array.from({ length: from + draw.below(to - from) }, () => draw.one(of));
    items.push({
      entry: searchEntry({
        path: `510000/${id}.html`,
        division: '510000',
        divisionName: '某省',
        everydayName: undefined,
        synonyms: [],
        materials: pick(laws?.papers ?? [], 4, 12),
        laws: pick(laws?.titles ?? [], 1, 4),
        themes: [],
        authority: draw.one(departments),
        promised: `${1 + draw.below(20)} 个工作日`,
        fee: draw.below(4) === 0 ? '收费' : '不收费',
        ...entry,
        name,
      }),
      text: pick(sentences, 25, 45),
    });
  };
  const seen = new Set<string>();
  for (const guide of guides) {
    if (seen.has(guide.id)) continue;
    seen.add(guide.id);
    const view = guideView(guide, lookups);
    add({
      name: view.name,
      everydayName: view.everydayName,
      synonyms: view.synonyms,
      materials: view.materials.none === undefined ? view.materials.list.map(({ text }) => text) : [],
      laws: view.basis.map(({ words }) => words),
      authority: view.decides.name,
    });
  }
  if (laws === undefined) {
    // Without the data: what the sample has, joined anew. Poorer in words, and said to be so.
    const all = items.map(({ entry }) => entry);
    while (items.length < count) {
      const [a, b] = [draw.one(all), draw.one(all)];
      add({
        name: `${a.name.slice(0, 5)}${b.name.slice(-8)}${items.length}`,
        materials: a.materials,
        laws: b.laws,
      });
    }
    return items;
  }
  for (const line of linesOf('items-sc-guangan/items.jsonl')) {
    const { name, department } = JSON.parse(line) as { name: string; department: string };
    add({ name, authority: department });
  }
  for (const line of linesOf('guides-gd-2021/permits-dev-110.jsonl')) {
    const item = JSON.parse(line) as Record<'matter_name' | 'matter_daily' | 'DEPT_NAME', string> & {
      material_intro: string[] | string;
    };
    add({
      name: item.matter_name,
      ...(item.matter_daily !== '无' && { everydayName: item.matter_daily }),
      // Those without materials say 无.
      materials: Array.isArray(item.material_intro) ? item.material_intro : [],
      authority: item.DEPT_NAME,
    });
  }
  for (const name of draw.shuffled(laws.acts)) add({ name });
  if (items.length < count) throw new Error(`Only ${items.length} names are to be had`);
  return items;
}

function linesOf(file: string): string[] {
  return readFileSync(`${dataDir}${file}`, 'utf8').trim().split('\n');
}

/** Sentences of all laws, and their clauses that name acts and papers. */
function lawClauses() {
  const titles = new Set<string>();
  const sentences = new Set<string>();
  const found = { acts: new Set<string>(), papers: new Set<string>() };
  for (const folder of readdirSync(`${dataDir}laws`, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const file of readdirSync(`${dataDir}laws/${folder.name}`).sort()) {
      if (!file.endsWith('.md') || file.startsWith('_')) continue;
      titles.add(`《${file.replace(/\(.*|\.md$/g, '')}》`);
      for (const sentence of readFileSync(`${dataDir}laws/${folder.name}/${file}`, 'utf8').match(
        /[^。\n]+。/g,
      ) ?? []) {
        sentences.add(sentence);
        for (const clause of sentence.split(/[，。；：、（）《》“”\s]/))
          if (clause.length > 5 && clause.length < 25) {
            if (acts.test(clause)) found.acts.add(clause);
            else if (offences.test(clause)) found.acts.add(`对${clause}的处罚`);
            else if (duties.test(clause)) found.acts.add(`对${duties.exec(clause)![1]}的监督检查`);
            if (papers.test(clause)) found.papers.add(clause);
          }
      }
    }
  }
  return { titles: [...titles], sentences: [...sentences], acts: [...found.acts], papers: [...found.papers] };
}
