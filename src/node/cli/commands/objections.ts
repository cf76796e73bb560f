import { Command, Option } from 'commander';
import { filedObjections, type Filed, type Lookups } from '../../../catalogue/index.ts';
import { labelOf } from '../../../model/field.ts';
import { pointer } from '../../../model/path.ts';
import { schemas } from '../../../model/schemas.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';

interface Options {
  item?: string;
  division?: string;
  open?: true;
  format: 'text' | 'json';
}

/** `guicheng objections [DIR]`: what levels below object to, and how it was answered. */
export function objections(): Command {
  return new Command('objections')
    .description('下级对规程的异议及答复\nobjections of the levels below, and how they were answered')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .option('--item <ITEM>', '只看这一事项 this item only')
    .option('--division <CODE>', '只看这一行政区划提出的 raised in this division only')
    .option('--open', '只看还没有答复的 not yet answered only')
    .addOption(new Option('--format <format>', '输出格式 output').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\n提出异议：写一个文件 objections/<区划>/<标识>.yaml，写明 item、path、kind、reason、filed。\nTo object, write a file objections/<division>/<id>.yaml with item, path, kind, reason and filed.',
    )
    .action(async (dir: string | undefined, { item, division, open, format }: Options) => {
      const { lookups, ...catalogue } = await openCatalogue(catalogueDir(dir));
      const found = filedObjections({ lookups, ...catalogue }).filter(
        (one) =>
          (item === undefined || one.objection.item === item) &&
          (division === undefined || one.division === division) &&
          (open !== true || one.state === 'open'),
      );
      const left = found.filter(({ state }) => state === 'open').length;
      if (format === 'json') {
        const document = { version: 1, objections: found.map(asJson), open: left };
        process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
        return;
      }
      const lines = found.flatMap((one) => asText(one, lookups));
      process.stdout.write(
        `${[...lines, `${found.length} 件异议，${left} 件待答复 ${found.length} objections, ${left} open`].join('\n')}\n`,
      );
    });
}

function asText({ source, objection, division, about }: Filed, lookups: Lookups): string[] {
  const label = (key: string, value: string | undefined) =>
    value === undefined ? '' : labelOf(key === 'kind' ? kinds : decisions, value).zh;
  const { item = '', kind, reason, suggestion, filed, answer } = objection;
  return [
    `${source.path}  ${answer === undefined ? '待答复 open' : '已答复 answered'}`,
    `  ${lookups.itemName(item) ?? item}·${about?.title.zh ?? objection.path ?? ''}（${label('kind', kind)}）`,
    `  ${lookups.divisionName(division)} ${filed?.by ?? ''} ${filed?.date ?? ''}：${reason ?? ''}`,
    ...(suggestion === undefined ? [] : [`  建议：${suggestion}`]),
    ...(answer === undefined
      ? []
      : [
          `  ${answer.by ?? ''} ${answer.date ?? ''} ${label('decision', answer.decision)}：${answer.text ?? ''}`,
        ]),
    '',
  ];
}

const kinds = schemas.objection.properties!['kind']!;
const decisions = schemas.objection.properties!['answer']!.properties!['decision']!;

function asJson({ source, objection, state, about }: Filed): unknown {
  return {
    file: source.path,
    state,
    ...objection,
    about: about?.origin && {
      title: about.title.zh,
      file: about.origin.file,
      path: pointer(about.origin.path),
    },
  };
}
