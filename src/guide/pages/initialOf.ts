/** The letters of an A-Z of Chinese names: none begins with i, u or v. `#` for what has no sound. */
export const initials = [...'ABCDEFGHJKLMNOPQRSTWXYZ', '#'];

/** The first character of each letter in the order of pinyin. */
const firstOf = '阿八擦搭额发嘎哈机喀拉妈那哦趴七然撒他挖西压匝';

const collator = new Intl.Collator('zh-CN-u-co-pinyin');

/** Names whose first character is read otherwise there than mostly. */
const otherwise: Readonly<Record<string, string>> = {
  重新: 'C',
  重复: 'C',
  重建: 'C',
  长途: 'C',
  长江: 'C',
  长期: 'C',
  调整: 'T',
  调解: 'T',
  调剂: 'T',
  给水: 'J',
  给排: 'J',
  校准: 'J',
  校验: 'J',
  传记: 'Z',
  藏族: 'Z',
  降落: 'J',
};

const known = new Map<string, string>();

/** The letter under which a name stands in the A-Z: the initial of its pinyin, or of its Latin name. */
export function initialOf(name: string): string {
  const key = name.slice(0, 2);
  let letter = known.get(key);
  if (letter === undefined) known.set(key, (letter = initial(key)));
  return letter;
}

function initial(start: string): string {
  const character = start.charAt(0);
  if (/[a-z]/i.test(character)) {
    const letter = character.toUpperCase();
    return initials.includes(letter) ? letter : '#';
  }
  if (!/\p{Script=Han}/u.test(character)) return '#';
  let place = 0;
  while (place < firstOf.length && collator.compare(firstOf.charAt(place), character) <= 0) place++;
  return otherwise[start] ?? initials[place - 1] ?? '#';
}

/** Names in the order of their pinyin. */
export function bySound(a: string, b: string): number {
  return collator.compare(a, b);
}
