import { idProblem } from '../rename/idProblem.ts';
import type { Words } from '../../src/model/schemas.ts';

/** What is wrong with the id of a new item, and what to do; `undefined` where it may be used. */
export function newItemProblem(id: string, taken: ReadonlySet<string>): Words | undefined {
  const problem = idProblem(id);
  if (problem !== undefined) return problem;
  if (taken.has(id))
    return {
      zh: `已有标识为“${id}”的事项。请换一个，或在目录中找到它修改。`,
      en: `There is an item "${id}" already. Choose another id, or change that item.`,
    };
  return undefined;
}

/** What is wrong with a layer of `id` for `division`, and what to do; `files` are those of the catalogue. */
export function newLayerProblem(
  { id, division }: { id: string; division: string },
  files: ReadonlySet<string>,
): Words | undefined {
  if (id === '' || division === '') return { zh: '请选择事项和地区。', en: 'Choose an item and a division.' };
  if (files.has(`${division}/${id}.yaml`))
    return {
      zh: '这个地区已有这个事项的本级规程。请在目录中找到它修改。',
      en: 'This division has its own file of the item already. Find it in the catalogue and change that.',
    };
  return undefined;
}
