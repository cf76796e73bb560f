import { numeral, numeralSign, readNumeral } from './numeral.ts';

/** A document number found in a text. `written` is its one form: 国发〔2015〕6号, 国务院令第460号. */
export interface FoundNumber {
  start: number;
  end: number;
  written: string;
}

const year = '[〔\\[［（(【〈<]\\s*([0-9０-９]{4})\\s*(?:年\\s*)?[〕\\]］）)】〉>]';
const dated = new RegExp(`${year}\\s*(?:第\\s*)?([0-9０-９]+)\\s*号`, 'g');
const order = new RegExp(
  `令\\s*(?:${year}\\s*)?(?:第\\s*)?(${numeral})\\s*号|(?:第\\s*|(?<!\\s)\\s*)(?<!${numeralSign})(${numeral})\\s*号\\s*令(?!牌)`,
  'g',
);
const notice = /公告\s*([0-9]{4})\s*年\s*(?:第\s*)?([0-9]+)\s*号/g;

/** How the name of a body that issues orders ends; 主席 is the President of the Republic. */
const body = /(?:院|部|委|局|会|署|行|厅|府|席|办公室|总局|机关)$/;
/** Words before an issuer that are not of its name. */
const leading =
  /^.*(?:根据|按照|依照|依据|参照|执行|以及|印发|发布|公布|颁布|文件|修订|修正|废止|关于|符合|收到|下发|通过)的?/;
/** Words that link an issuer to what stands before, but not where a name begins so: 自治区, 自然资源部, 对外贸易部. */
const beginning =
  /^(?:日(?!照|喀则)|年|月|和(?!平|田|县|林|龙|硕|静|政|顺)|与|及|或者|或|按|以|由|经(?!济|贸|信)|为|见|原(?!子|阳|平|州)|据|依|的|至|即(?!墨)|如(?!东|皋)|自(?!治|然|贡)|号|对(?!外)|、)+/;

/** A body's name has no line break in it: a heading may stand above. */
const bodyName = /[\p{Script=Han}A-Za-z、\t \u3000]*$/u;
/** Nor has the short name before a year a space, but behind it: 粤府 〔2015〕6号. */
const shortName = /[\p{Script=Han}A-Za-z、]*\s*$/u;

/** Every document number in `text`, in order. */
export function findDocumentNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(order)) {
    const digits = readNumeral(match[2] ?? match[3] ?? '');
    const issuer = issuerBefore(text, match.index, true);
    if (digits === undefined || issuer === undefined) continue;
    found.push({
      start: issuer.start,
      end: match.index + match[0].length,
      written: `${issuer.name}令第${digits}号`,
    });
  }
  for (const match of text.matchAll(notice)) {
    const issuer = issuerBefore(text, match.index, true);
    if (issuer === undefined) continue;
    found.push({
      start: issuer.start,
      end: match.index + match[0].length,
      written: `${issuer.name}公告${match[1]!}年第${match[2]!}号`,
    });
  }
  const orders = new Set(
    found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
  for (const match of text.matchAll(dated)) {
    const end = match.index + match[0].length;
    if (orders.has(match.index)) continue;
    const issuer = issuerBefore(text, match.index, false);
    // A round bracket with a year before a number is too common to be one without its issuer.
    if (issuer === undefined && !/^[〔[［【]/.test(match[0])) continue;
    const suffix = /^文件?/.exec(text.slice(end))?.[0] ?? '';
    found.push({
      start: issuer?.start ?? match.index,
      end: end + suffix.length,
      written: `${issuer?.name ?? ''}〔${readNumeral(match[1]!)!}〕${readNumeral(match[2]!)!}号`,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Those of `numbers`, which are in order, that lie within `start` and `end`. */
export function numbersBetween(numbers: readonly FoundNumber[], start: number, end: number): FoundNumber[] {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const between: FoundNumber[] = [];
  for (let i = low; i < numbers.length && numbers[i]!.end <= end; i++) between.push(numbers[i]!);
  return between;
}

/** A document number by itself in its one form; `undefined` where `text` is none. */
export function documentNumber(text: string): string | undefined {
  const [first] = findDocumentNumbers(text.trim());
  return first !== undefined && first.start === 0 && first.end === text.trim().length
    ? first.written
    : undefined;
}

/** The name that ends at `end`: of a body, where `bodies`, else the short name that stands before a year. */
function issuerBefore(
  text: string,
  end: number,
  bodies: boolean,
): { start: number; name: string } | undefined {
  const before = text.slice(Math.max(0, end - 60), end);
  const run = (bodies ? bodyName : shortName).exec(before)![0];
  const parts = run.split('、');
  let words = withoutLead(parts.pop()!);
  // Of two bodies that issue together, the first ends as a body's name does.
  for (const part of bodies ? parts.reverse() : []) {
    const before = withoutLead(part);
    if (before === '' || !body.test(before)) break;
    words = `${before}、${words}`;
    if (before !== part) break;
  }
  const name = words.replaceAll('中华人民共和国', '').replace(/\s+/g, '');
  if (name === '' || (bodies && !body.test(name)) || (!bodies && !/\p{Script=Han}/u.test(name)))
    return undefined;
  return { start: end - words.length, name };
}

/** `words` without what leads up to a name at their end: 根据国务院 is 国务院. */
export function withoutLead(words: string): string {
  return words.replace(leading, '').trimStart().replace(beginning, '');
}
