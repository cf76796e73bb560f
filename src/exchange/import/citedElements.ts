import type { KnownLaw } from '../../model/citations/citation.ts';
import { readCitations } from '../../model/citations/readCitations.ts';
import type { Plain } from '../../model/edit.ts';
import type { Words } from '../../model/schemas.ts';

/** What a text cites, each as an element of a legal basis. */
export interface CitedElement {
  value: { [key: string]: Plain };
  remark?: Words;
}

/**
 * The elements of a legal basis that `text` cites: a law of the registry with article, paragraph and item. Words
 * that are more than citations, and citations of what the registry lacks, are kept as the quotation of their
 * element, so that nothing is lost and the check says what is missing.
 */
export function citedElements(text: string, laws: readonly KnownLaw[]): CitedElement[] {
  const elements: CitedElement[] = [];
  let rest = text;
  for (const { start, end, is, places, version } of readCitations(text, laws)) {
    const words = text.slice(start, end);
    rest = rest.replace(words, '');
    if (is.kind !== 'law') {
      const name = is.kind === 'other' ? '法规库里没有' : is.why.zh;
      const nameEn = is.kind === 'other' ? 'not in the registry of laws' : is.why.en;
      const remark = { zh: `${name}：${words}`, en: `${nameEn}: ${words}` };
      elements.push({ value: { quotation: words }, remark });
      continue;
    }
    for (const { article, sub, paragraph, item, chapter } of places.length === 0 ? [{}] : places) {
      // 第十二条之一, 第三章 and a named version have no field of their own.
      const isMore = sub !== undefined || chapter !== undefined || version !== undefined;
      elements.push({
        value: {
          law: is.law,
          ...(article !== undefined &&
            sub === undefined && { article, ...(paragraph !== undefined && { paragraph }) }),
          ...(article !== undefined && sub === undefined && item !== undefined && { item }),
          ...(isMore && { quotation: words }),
        },
        ...(isMore && {
          remark: {
            zh: '引用里有章、“之一”或版本，原文留在“原文”里，请核对',
            en: 'cites a chapter, a 之一 or a version: verify',
          },
        }),
      });
    }
  }
  const said = rest.replace(/[\s、，,。；;及和与：:()（）]|以及/g, '');
  const first = elements[0];
  if (first === undefined)
    return [
      {
        value: { quotation: text.trim() },
        remark: { zh: '没有读出引用的法规', en: 'no law was read in it' },
      },
    ];
  if (said !== '') first.value['quotation'] = text.trim();
  return elements;
}
