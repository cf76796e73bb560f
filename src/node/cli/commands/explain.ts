import { Command } from 'commander';
import {
  explainField,
  fieldsOf,
  findFields,
  nearFields,
  shapeOfKind,
  type Catalogue,
  type Explained,
  type ItemSource,
  type LayerSays,
} from '../../../catalogue/index.ts';
import { describe } from '../../../diff/index.ts';
import type { CatalogueShape } from '../../../model/catalogueShape.ts';
import { pointer, type Path } from '../../../model/path.ts';
import type { OverlayPolicy, Words } from '../../../model/schemas.ts';
import { nearestRange, read } from '../../../text/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';

interface Options {
  division: string;
  dir?: string;
  json?: true;
}

/** `guicheng explain ITEM [FIELD] --division CODE`: the value of a field, its origin, and what each layer said. */
export function explain(): Command {
  return new Command('explain')
    .description(
      '一个字段的值从哪里来：各级怎么写的\nwhere the value of a field comes from, and what each level says',
    )
    .argument('<ITEM>', '事项标识 id of the item')
    .argument(
      '[FIELD]',
      '字段，如 limits.promised 或 承诺时限；不写则全部列出 field by path or title; all without it',
    )
    .requiredOption('--division <CODE>', '哪个行政区划 division')
    .option('--dir <DIR>', '目录所在的文件夹 folder of the catalogue')
    .option('--json', '输出 JSON')
    .action(async (id: string, query: string | undefined, { division, dir, json }: Options) => {
      const catalogue = await openCatalogue(catalogueDir(dir));
      const chain = chainOf(catalogue, id, division);
      const names = query === undefined ? fieldsOf(chain) : findFields(chain, query);
      if (names.length === 0) throw unknownField(query ?? '', catalogue.lookups.shape);
      const explained = names.map((name) => explainField(chain, division, name));
      const name = catalogue.lookups.itemName(id) ?? id;
      if (json === true) {
        const fields = explained.map((one) => asJson(one, catalogue));
        process.stdout.write(
          `${JSON.stringify({ version: 1, item: id, name, division, fields }, null, 2)}\n`,
        );
        return;
      }
      const place = catalogue.lookups.divisionName(division);
      const adopted = catalogue.adoptions.get(division)?.value.items?.some((one) => one.id === id) === true;
      const lines = [
        `${name}（${id}），${place} ${division}${adopted ? '' : '：清单没有列入，以下是照上级规程的内容 not adopted here'}`,
        ...(names.length > 1 && query !== undefined
          ? [`“${query}”有 ${names.length} 处 ${names.length} fields of that title`]
          : []),
        ...explained.flatMap((one) => ['', ...asText(one, catalogue, query === undefined)]),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

/** The files of the item that hold in `division`. @throws UsageError where there is none, or no such division. */
function chainOf({ chains, lookups }: Catalogue, id: string, division: string): ItemSource[] {
  if (!(lookups.config.divisions ?? []).some(({ code }) => code === division))
    throw new UsageError(
      `目录中没有行政区划“${division}”。请写 catalogue.yaml 所列的代码。`,
      `No division "${division}". Give a code that catalogue.yaml lists.`,
    );
  const above = new Set(lookups.divisionChain(division));
  const chain = (chains.get(id) ?? []).filter((step) => above.has(step.division));
  if (chain[0]?.role === 'base') return chain;
  const near = [...chains.keys()].filter((one) => one.includes(id) || id.includes(one)).slice(0, 5);
  throw new UsageError(
    `${lookups.divisionName(division)}没有事项“${id}”。${near.length > 0 ? `相近的有 ${near.join('、')}。` : '请写文件名里的标识。'}`,
    `No item "${id}" holds in ${division}. ${near.length > 0 ? `Near ones: ${near.join(', ')}.` : 'Give the id in the name of its file.'}`,
  );
}

function unknownField(query: string, shape: CatalogueShape): UsageError {
  const near = nearFields(query, shape);
  return new UsageError(
    `没有字段“${query}”。${near.length > 0 ? `相近的有 ${near.join('、')}。` : '请写字段的路径（如 limits.promised）或名称（如 承诺时限）。'}`,
    `No field "${query}". ${near.length > 0 ? `Near ones: ${near.join(', ')}.` : 'Give its path (limits.promised) or its title.'}`,
  );
}

function asText(one: Explained, catalogue: Catalogue, brief: boolean): string[] {
  const { lookups } = catalogue;
  const words = (value: unknown) => describe(one.field.schema, value, { lookups, questions: undefined }).zh;
  const gone = one.layers.findLast(({ says }) => says.kind !== 'nothing')?.says.kind === 'removes';
  const head = `${one.title.zh}（${one.name.join('.')}）`;
  const from =
    one.origin === undefined
      ? '没有 none'
      : `${lookups.divisionName(one.origin.division)} ${placed(one.origin.file, one.origin.path, catalogue)}`;
  if (brief) return [`${head}：${words(one.value)}`, `  出处 from：${from}`];
  return [
    head,
    `  值 value：${gone ? '已去掉 taken out' : words(one.value)}`,
    `  出处 from：${from}`,
    `  下级 lower levels：${mayLower(one.field.overlay).zh} ${mayLower(one.field.overlay).en}`,
    '  各级 levels：',
    ...one.layers.map(
      (layer) => `    ${lookups.divisionName(layer.division)}：${said(layer, words, catalogue)}`,
    ),
  ];
}

function said({ says, file }: LayerSays, words: (value: unknown) => string, catalogue: Catalogue): string {
  switch (says.kind) {
    case 'value':
      return `${words(says.value)}  ${placed(file, says.path, catalogue)}`;
    case 'removes':
      return `去掉 takes it out  ${placed(file, says.path, catalogue)}`;
    case 'nothing':
      return `没有写 says nothing  ${file}`;
  }
}

/** What a lower level may do with a field, from its policy. */
function mayLower({ policy, by }: OverlayPolicy): Words {
  if (policy === 'fixed') return { zh: '不得更改', en: 'may not change it' };
  if (policy === 'local') return { zh: '自行填写', en: 'write their own' };
  switch (by) {
    case 'lower':
      return { zh: '只能减少', en: 'may only lower it' };
    case 'allowed':
      return { zh: '可以增加，不能去掉', en: 'may add and not take away' };
    default:
      return { zh: '只能去掉，不能增加', en: 'may take away and not add' };
  }
}

function placed(file: string, path: Path, catalogue: Catalogue): string {
  return `${file}:${lineOf(file, path, catalogue)}`;
}

function lineOf(file: string, path: Path, { sources }: Catalogue): number {
  const source = sources.get(file)!;
  return nearestRange(read(source.text, shapeOfKind(source.kind, source.shape), file), path, 'value').start
    .line;
}

function asJson({ name, title, field, value, origin, layers }: Explained, catalogue: Catalogue): unknown {
  const place = (file: string, path: Path) => ({ path: pointer(path), line: lineOf(file, path, catalogue) });
  return {
    name: name.join('.'),
    title: title.zh,
    titleEn: title.en,
    policy: field.overlay,
    value: value ?? null,
    origin: origin && { division: origin.division, file: origin.file, ...place(origin.file, origin.path) },
    layers: layers.map(({ division, file, says }) => ({
      division,
      file,
      kind: says.kind,
      ...(says.kind === 'value' && { value: says.value }),
      ...(says.kind !== 'nothing' && place(file, says.path)),
    })),
  };
}
