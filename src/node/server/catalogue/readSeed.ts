import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '../../files/index.ts';
import { isCataloguePath } from '../../git/index.ts';
import { StartProblem } from '../startProblem.ts';

/** Largest file that the store takes, an attachment. */
const mostMiB = 10;

/**
 * The files of a catalogue folder that an empty store begins with. Unlike a check, which passes over what is no
 * file of a catalogue, this takes all or nothing: what is left out here would be missed only later.
 * @throws StartProblem naming the first file that the store cannot hold.
 */
export async function readSeed(dir: string): Promise<Map<string, Uint8Array>> {
  const check = async (folder: string): Promise<void> => {
    for (const name of (await readdir(join(dir, folder))).sort()) {
      if (name.startsWith('.')) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const found = await lstat(join(dir, path));
      if (found.isDirectory()) await check(path);
      else if (!found.isFile())
        throw refused(
          path,
          '它不是普通文件（如链接）。请换成文件本身，或移出目录',
          'it is no plain file (a link, say). Put the file itself there, or take it out of the folder',
        );
      else if (!isCataloguePath(path))
        throw refused(
          path,
          '文件名只能用英文字母、数字、点、横线和下划线，最多三层文件夹。请改名，或移出目录',
          'a name has ASCII letters, digits, dots, dashes and underscores only, in at most three folders. Rename it, or take it out of the folder',
        );
      else if (found.size > mostMiB * 1024 * 1024)
        throw refused(
          path,
          `它超过 ${mostMiB} MiB。请缩小，或移出目录`,
          `it is larger than ${mostMiB} MiB. Make it smaller, or take it out of the folder`,
        );
    }
  };
  await check('');
  return readFolder(dir);
}

function refused(path: string, zh: string, en: string): StartProblem {
  return new StartProblem(
    `目录中的“${path}”不能导入：${zh}，再启动。`,
    `"${path}" of the catalogue cannot be imported: ${en}, and start again.`,
  );
}
