import type { EffectiveItem, Lookups } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Words } from '../../../model/schemas.ts';

/** Words by which a permit is called one, and that say nothing of what it is about; longest first. */
const ofPermits =
  /行政许可|许可证书|许可证|经营许可|许可|审批|核准|核发|审核|批准|备案|登记|注册|认定|认可|审查|签发|发放|颁发|证书|资格证|资格|初审|申请|办理|事项|活动|从事/gu;
/** Who applies. */
const ofPersons =
  /公民、法人(?:和|或者)其他组织|单位(?:和|或者|或)个人|个体工商户|单位|个人|企业|公司|机构|组织|经营者|人员|者$|户$/gu;
/** A key below this length says too little to tell two matters apart: 建设, 登记. */
const shortest = 4;

/**
 * What a name or a 规范对象 is about, so that 小型水电站建设许可 and 建设小型水电站的单位 are one: its characters count,
 * not their order. `undefined` where nothing is left that tells matters apart.
 */
export function matterKey(text: string | undefined): string | undefined {
  const characters = [...matterWords(text ?? '')];
  return characters.length < shortest ? undefined : characters.sort().join('');
}

/** A text without the words that all permits have. */
export function matterWords(text: string): string {
  return nameKey(text)
    .replaceAll(ofPermits, '')
    .replaceAll(ofPersons, '')
    .replaceAll(/[的和或及与]|证$/gu, '');
}

/** A name without what differs in writing only: width, spaces, brackets. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Who decides: a function, which has one body at every level, or the functions of the agency that is named. */
export function deciders(item: Draft<Item>, lookups: Lookups): readonly string[] {
  const { department, agency } = item.authority?.decides ?? {};
  if (department !== undefined) return [department];
  return (agency === undefined ? undefined : lookups.agency(agency)?.departments) ?? [];
}

/** Whether both are known and have no body in common, nor decide together. */
export function decideApart(a: Draft<Item>, b: Draft<Item>, lookups: Lookups): boolean {
  const [ofA, ofB] = [deciders(a, lookups), deciders(b, lookups)];
  if (ofA.length === 0 || ofB.length === 0 || ofA.some((one) => ofB.includes(one))) return false;
  return !takesPart(a, ofB, lookups) && !takesPart(b, ofA, lookups);
}

function takesPart(item: Draft<Item>, departments: readonly string[], lookups: Lookups): boolean {
  return (item.authority?.joint ?? []).some(
    ({ department, agency }) =>
      (department !== undefined && departments.includes(department)) ||
      (agency !== undefined &&
        (lookups.agency(agency)?.departments ?? []).some((one) => departments.includes(one))),
  );
}

/** The deciding body in words. */
export function deciderWords(item: Draft<Item>, lookups: Lookups): Words {
  const { department, agency, text } = item.authority?.decides ?? {};
  if (agency !== undefined) {
    const name = lookups.agency(agency)?.name ?? agency;
    return { zh: name, en: name };
  }
  if (department === undefined) return { zh: text ?? '未写明', en: text ?? 'not stated' };
  const { zh, en } = lookups.codeLabel('departments', department);
  return { zh: `${zh}部门`, en: `${en} department` };
}

/**
 * For each of `group` the others that hold in its place: of its own division those before it, and those of the
 * divisions above, highest first, of each `variety` the first. So ten thousand copies cost no more than one.
 */
export function standing(
  group: readonly EffectiveItem[],
  lookups: Lookups,
  variety: (base: EffectiveItem) => string,
): { base: EffectiveItem; others: EffectiveItem[] }[] {
  const height = (base: EffectiveItem) => lookups.divisionChain(base.division).length;
  const sorted = group.length === 1 ? group : [...group].sort((a, b) => height(a) - height(b));
  const firsts = new Map<string, Map<string, EffectiveItem>>();
  return sorted.map((base) => {
    const others = lookups
      .divisionChain(base.division)
      .reverse()
      .flatMap((division) => [...(firsts.get(division)?.values() ?? [])]);
    const here = firsts.get(base.division) ?? new Map<string, EffectiveItem>();
    firsts.set(base.division, here);
    const key = variety(base);
    if (!here.has(key)) here.set(key, base);
    return { base, others };
  });
}

/** What the item is called and where it stands: 国家《…》（000000/….yaml）. */
export function itemWords(base: EffectiveItem, lookups: Lookups): Words {
  const name = base.item.basics?.name ?? base.id;
  const place = lookups.divisionName(base.division);
  const file = base.files[0] ?? base.id;
  return { zh: `${place}“${name}”（${file}）`, en: `"${name}" of ${place} (${file})` };
}

/** `things` by key, those without one left out; groups in the order of their first. */
export function groupBy<T>(things: Iterable<T>, key: (thing: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const at = key(thing);
    if (at === undefined) continue;
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** Of `groupBy` the groups that have more than one. */
export function groupsOfSeveral<T>(things: Iterable<T>, key: (thing: T) => string | undefined): T[][] {
  return [...groupBy(things, key).values()].filter((group) => group.length > 1);
}

/** Items that are applied for and are permits; a container is told by its sub-items. */
export function permits(bases: readonly EffectiveItem[]): EffectiveItem[] {
  return bases.filter(
    ({ item }) => item.basics?.kind !== 'container' && (item.basics?.type ?? '01') === '01',
  );
}
