import type { GuideView } from '../../../guide/index.ts';
import type { Words } from '../../../model/schemas.ts';

/**
 * What a guide has to say by article 30 of the Administrative Licensing Law and does not: the schema asks for it in
 * every file, this asks for it of what the layers have made together and the page shows.
 */
export function missingElements(view: GuideView): Words[] {
  const groups: [Words, { none: string } | { list: readonly unknown[] }][] = [
    [{ zh: '条件', en: 'conditions' }, view.conditions],
    [{ zh: '数量', en: 'quantity' }, view.quantity],
    [{ zh: '程序', en: 'procedure' }, view.steps],
    [{ zh: '期限', en: 'limits' }, view.limits],
    [{ zh: '申请材料', en: 'materials' }, view.materials],
    [{ zh: '收费', en: 'fees' }, view.fees],
  ];
  const missing = groups.flatMap(([words, group]) =>
    'list' in group && group.list.length === 0 ? words : [],
  );
  if (view.basis.length === 0) missing.push({ zh: '设定和实施依据', en: 'legal basis' });
  if (view.accepts.name === '') missing.push({ zh: '受理机关', en: 'receiving body' });
  if (view.decides.name === '') missing.push({ zh: '决定机关', en: 'deciding body' });
  return missing.map(({ zh, en }) => ({
    zh: `没有写明${zh}。请在规程里写出，没有的写 none 和理由`,
    en: `does not state: ${en}. Write it, or none with the reason`,
  }));
}
