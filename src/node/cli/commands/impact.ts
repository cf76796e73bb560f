import { Command, Option } from 'commander';
import { lawImpact, shapeOfKind, type Catalogue, type Law, type Reliance } from '../../../catalogue/index.ts';
import { chineseNumber, citeInWords } from '../../../model/citedLaws.ts';
import { knownLaws } from '../../../model/citations/knownLaws.ts';
import { lawIndex } from '../../../model/citations/lawIndex.ts';
import { pointer } from '../../../model/path.ts';
import { nearestRange, read } from '../../../text/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';

interface Options {
  article?: string;
  format: 'text' | 'json';
}

/** `guicheng impact LAW [DIR]`: every item, layer and field that rests on a law, or on one article of it. */
export function impact(): Command {
  return new Command('impact')
    .description('哪些内容依据某部法规：事项、各层、字段\nwhat rests on a law: items, layers, fields')
    .argument('<LAW>', '法规的标识、名称或简称，如 行政许可法 id, title or short title of the law')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .option('--article <N>', '只看这一条 this article only')
    .addOption(new Option('--format <format>', '输出格式 output').choices(['text', 'json']).default('text'))
    .action(async (name: string, dir: string | undefined, { article, format }: Options) => {
      if (article !== undefined && !/^[1-9]\d{0,3}$/.test(article))
        throw new UsageError(
          `第几条“${article}”不对，应是 1 至 9999 的整数。`,
          `Article "${article}" must be a whole number from 1 to 9999.`,
        );
      const catalogue = await openCatalogue(catalogueDir(dir));
      const law = lawCalled(name, catalogue);
      const number = article === undefined ? undefined : Number(article);
      const { reliances, guides } = lawImpact(catalogue, { law: law.id, article: number });
      const found = reliances.map((one) => ({ ...one, line: lineOf(one, catalogue) }));
      if (format === 'json') {
        const document = {
          version: 1,
          law: { id: law.id, title: law.title, ...(number !== undefined && { article: number }) },
          reliances: found.map(({ path, ...rest }) => ({ ...rest, path: pointer(path) })),
          guides,
        };
        process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
        return;
      }
      for (const one of found)
        process.stdout.write(`${one.file}:${one.line}  ${one.words.zh}  ${citation(one, law)}\n`);
      const items = new Set(found.flatMap(({ item }) => item ?? [])).size;
      const files = new Set(found.map(({ file }) => file)).size;
      process.stdout.write(
        `${citeInWords({ law: law.id, ...(number !== undefined && { article: number }) }, law.title).zh}：` +
          `${found.length} 处，${files} 个文件，${items} 个事项，${guides.length} 份指南\n` +
          `${found.length} fields, ${files} files, ${items} items, ${guides.length} guides\n`,
      );
    });
}

/** The law of that id or name. @throws UsageError where the registry has none, or several. */
function lawCalled(name: string, { lookups }: Catalogue): Law {
  const byId = lookups.law(name);
  if (byId !== undefined) return byId;
  const named = lawIndex(knownLaws(lookups.data.laws)).byTitle(name.replace(/^《(.*)》$/, '$1'));
  if (named.kind === 'law') return lookups.law(named.law)!;
  if (named.kind === 'not-understood')
    throw new UsageError(`${named.why.zh}请写标识。`, `${named.why.en} Give the id.`);
  throw new UsageError(
    `登记中没有法规“${name}”。请写 laws/ 中的标识，或法规的名称、简称。`,
    `No law "${name}" in the registry. Give an id of laws/, or a law's title.`,
  );
}

function lineOf({ file, path }: Reliance, { sources }: Catalogue): number {
  const source = sources.get(file)!;
  return nearestRange(read(source.text, shapeOfKind(source.kind, source.shape), file), path, 'value').start
    .line;
}

function citation({ cite }: Reliance, { title }: Law): string {
  const words = citeInWords(cite, title).zh;
  return cite.item === undefined ? words : `${words}第${chineseNumber(cite.item)}项`;
}
