import type { Cite } from './diagnostic.ts';
import type { Words } from './schemas.ts';

/** Titles of the laws that schemas and rules cite, so that a finding names its law in any catalogue. */
const titles: Record<string, Words> = {
  'administrative-licensing-law': { zh: '中华人民共和国行政许可法', en: 'Administrative License Law' },
  'administrative-litigation-law': { zh: '中华人民共和国行政诉讼法', en: 'Administrative Litigation Law' },
  'administrative-review-law': { zh: '中华人民共和国行政复议法', en: 'Administrative Review Law' },
  'business-environment-regulation': {
    zh: '优化营商环境条例',
    en: 'Regulation on Optimising the Business Environment',
  },
  'legislation-law': { zh: '中华人民共和国立法法', en: 'Legislation Law' },
  'online-government-services-regulation': {
    zh: '国务院关于在线政务服务的若干规定',
    en: 'State Council Provisions on Online Government Services',
  },
  'state-council-2015-6': {
    zh: '国务院关于规范国务院部门行政审批行为改进行政审批有关工作的通知',
    en: 'State Council Notice No. 6 of 2015 on approvals',
  },
  'state-council-2015-33': {
    zh: '国务院关于批转发展改革委等部门法人和其他组织统一社会信用代码制度建设总体方案的通知',
    en: 'State Council Notice No. 33 of 2015 on unified social credit codes',
  },
};

/** Whether schemas or rules cite `law`, so that its title is known in every catalogue. */
export function isCitedLaw(law: string): boolean {
  // Not by `in`: a draft may cite a law called `constructor`, which every object knows.
  return Object.hasOwn(titles, law);
}

/**
 * A citation in words: 《中华人民共和国行政许可法》第四十二条. `known` is the law's Chinese title in the catalogue;
 * without it the id stands where the law is not among those that schemas and rules cite.
 */
export function citeInWords(cite: Cite, known?: string): Words {
  const own = known ?? cite.title ?? cite.law;
  const title = isCitedLaw(cite.law) ? titles[cite.law]! : { zh: own, en: own };
  const zh = `《${title.zh}》${cite.article === undefined ? '' : `第${chineseNumber(cite.article)}条`}${cite.paragraph === undefined ? '' : `第${chineseNumber(cite.paragraph)}款`}`;
  const en = `${title.en}${cite.article === undefined ? '' : `, Art. ${cite.article}`}${cite.paragraph === undefined ? '' : `(${cite.paragraph})`}`;
  return { zh, en };
}

const digits = '零一二三四五六七八九';

/** `n` (0 to 9,999) as Chinese law texts number their articles: 12 → 十二, 105 → 一百零五. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) return String(n);
  if (n < 10) return digits[n]!;
  const units = ['', '十', '百', '千'];
  const places = [...String(n)].map(Number).reverse();
  let out = '';
  for (let i = places.length - 1; i >= 0; i--) {
    const digit = places[i]!;
    if (digit !== 0) out += (n < 20 && i === 1 ? '' : digits[digit]!) + units[i]!;
    else if (!out.endsWith('零') && places.slice(0, i).some((below) => below !== 0)) out += '零';
  }
  return out;
}
