import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { makeList, readSource, shapeOfKind } from '../../../catalogue/index.ts';
import { diffLists } from '../../../diff/diffLists.ts';
import type { Plain } from '../../../model/edit.ts';
import type { ListFile } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import { serialize } from '../../../text/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import { today } from '../../publish/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { isDate } from '../isDate.ts';

/** `guicheng list …`: published lists of permits. */
export function list(): Command {
  return new Command('list')
    .description('行政许可事项清单\npublished lists of permits')
    .addCommand(listMake().addHelpText('after', `\n${exitCodes}`).exitOverride())
    .addCommand(listDiff().addHelpText('after', `\n${exitCodes}`).exitOverride());
}

interface Make {
  division: string;
  id?: string;
  title?: string;
  document: string;
  date?: string;
  out?: string;
}

/** `guicheng list make --division CODE`: the list of what a division handles, as its catalogue has it. */
function listMake(): Command {
  return new Command('make')
    .description('按目录生成一个地区的清单\nmake the list of a division from the catalogue')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .requiredOption('--division <CODE>', '行政区划代码 code of the division')
    .option('--id <ID>', '清单的标识，默认 <区划>-<年> id of the list')
    .option('--title <TITLE>', '清单的名称 its title')
    .option('--document <NUMBER>', '公布的文件 the document that publishes it', '待公布')
    .option('--date <YYYY-MM-DD>', '施行日期，默认今天 in force from, today by default')
    .option('--out <FILE>', '写到文件，不能已经存在 write to a file that does not exist yet')
    .action(async (dir: string | undefined, { division, id, title, document, date = today(), out }: Make) => {
      const catalogue = await openCatalogue(catalogueDir(dir));
      const { lookups, adoptions } = catalogue;
      if (!isDate(date))
        throw new UsageError(
          `“${date}”不是日期。请写成 2026-01-31 的样子。`,
          `"${date}" is no date. Write it like 2026-01-31.`,
        );
      if (!adoptions.has(division))
        throw new UsageError(
          `“${division}”没有实施清单（${division}/adopt.yaml）。`,
          `"${division}" adopts nothing (${division}/adopt.yaml).`,
        );
      if (out !== undefined && existsSync(out))
        throw new UsageError(
          `“${out}”已经存在，请换一个名字。`,
          `"${out}" exists already: choose another name.`,
        );
      const year = date.slice(0, 4);
      const made = makeList(catalogue, {
        id: id ?? `${division}-${year}`,
        division,
        title: title ?? `${lookups.divisionName(division)}行政许可事项清单（${year}年版）`,
        document,
        date,
      });
      const text = serialize(made as unknown as Plain, { shape: shapeOfKind('list') });
      if (out === undefined) process.stdout.write(text);
      else {
        await writeFileAtomic(out, text);
        process.stdout.write(`${made.title}：${made.lines.length} 项 lines，${out}\n`);
      }
    });
}

/** `guicheng list diff A B`: what changed between two lists, in words. */
function listDiff(): Command {
  return new Command('diff')
    .description('两份清单有什么变化\nwhat changed between two lists')
    .argument('<A>', '原来的清单文件 the earlier list')
    .argument('<B>', '新的清单文件 the later list')
    .action(async (a: string, b: string) => {
      const [before, after] = await Promise.all([readList(a), readList(b)]);
      const changes = diffLists(before, after);
      const mark = { added: '+', removed: '-', changed: '~' };
      for (const { kind, name, words } of changes)
        process.stdout.write(`${mark[kind]} ${name}：${words.zh}\n    ${words.en}\n`);
      const count = (kind: keyof typeof mark) => changes.filter((one) => one.kind === kind).length;
      process.stdout.write(
        `新列入 ${count('added')} 项，不再列入 ${count('removed')} 项，有变化 ${count('changed')} 项\n` +
          `${count('added')} added, ${count('removed')} removed, ${count('changed')} changed\n`,
      );
    });
}

/** @throws UsageError where the file is missing, cannot be read, or is no list. */
async function readList(file: string): Promise<Draft<ListFile>> {
  if (!existsSync(file))
    throw new UsageError(
      `找不到“${file}”。请写清单文件。`,
      `There is no "${file}". Name the file of a list.`,
    );
  // Lists are read by the schema of lists wherever they lie.
  const read = readSource(`lists/${idOf(file)}.yaml`, new Uint8Array(await readFile(file)));
  if (read.kind === 'source') return read.source.value as Draft<ListFile>;
  const [first] = read.kind === 'problems' ? read.diagnostics : [];
  throw new UsageError(
    `“${file}”不是清单：${first?.message ?? ''}`,
    `"${file}" is no list: ${first?.messageEn ?? ''}`,
  );
}

/** A name that a list may have, after the file's. */
function idOf(file: string): string {
  return (
    basename(file, '.yaml')
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '-')
      .replace(/^-+/, '') || 'list'
  );
}
