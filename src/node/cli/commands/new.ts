import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { itemTemplate } from '../../../catalogue/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import { catalogueDir } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';

interface Options {
  dir?: string;
  division: string;
  name?: string;
}

/** `guicheng new ITEM`: a file with every required element named, explained and still to be filled in. */
export function newItem(): Command {
  return new Command('new')
    .description('新建一个事项的操作规程\nbegin the procedure of a new item')
    .argument('<ITEM>', '事项标识，如 food-business-licence id of the item')
    .option('--dir <DIR>', '目录所在的文件夹 folder of the catalogue')
    .option('--division <CODE>', '哪一级的规程 division that writes it', '000000')
    .option('--name <NAME>', '事项名称 name of the item')
    .action(async (id: string, { dir, division, name }: Options) => {
      if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
        throw new UsageError(
          `标识“${id}”不对：用小写字母、数字和连字符，1 至 64 个。`,
          `"${id}" is no id: use 1 to 64 lower case letters, digits and hyphens.`,
        );
      if (!/^\d{6}$/.test(division))
        throw new UsageError(
          `行政区划“${division}”不对，应是六位数字。`,
          `Division "${division}" must be six digits.`,
        );
      const path = join(catalogueDir(dir), division, `${id}.yaml`);
      if (existsSync(path))
        throw new UsageError(
          `已经有这个文件：${path}。请换一个标识，或直接修改它。`,
          `The file exists already: ${path}. Choose another id, or edit it.`,
        );
      await writeFileAtomic(path, itemTemplate({ id, ...(name !== undefined && { name }) }));
      process.stdout.write(
        `已新建 ${path}\n填好后运行 guicheng check。\nMade ${path}; fill it in, then run guicheng check.\n`,
      );
    });
}
