import type { Law } from '../../src/catalogue/index.ts';
import { chineseNumber, citeInWords } from '../../src/model/citedLaws.ts';
import { dayOf } from '../../src/model/dayOf.ts';
import type { Cite } from '../../src/model/diagnostic.ts';
import { labelOf } from '../../src/model/field.ts';
import { lawInForce, type InForce } from '../../src/model/lawInForce.ts';
import { schemas, type Words } from '../../src/model/schemas.ts';

/** What there is to read of a cited article. */
export interface Article {
  law: Words;
  /** 第四十二条; none where the whole law is cited. */
  number: Words | undefined;
  /** What the catalogue keeps of it, in its own words. */
  gist: string | undefined;
  /** What kind of instrument, who issued it, since when it holds as it is. */
  about: Words[];
  url: string | undefined;
}

/** The article that `cite` names, from the entry of its law in the catalogue where there is one, on `day`. */
export function articleOf(cite: Cite, law: Law | undefined, day = dayOf(new Date())): Article {
  const { article, paragraph } = cite;
  const whole = citeInWords(
    { law: cite.law, ...(cite.title !== undefined && { title: cite.title }) },
    law?.title,
  );
  const kind = law?.kind === undefined ? undefined : labelOf(schemas.law.properties!['kind']!, law.kind);
  const held = law === undefined ? undefined : lawInForce(law.versions ?? [], day);
  return {
    law: whole,
    number:
      article === undefined
        ? undefined
        : {
            zh: `第${chineseNumber(article)}条${paragraph === undefined ? '' : `第${chineseNumber(paragraph)}款`}`,
            en: `Article ${article}${paragraph === undefined ? '' : `(${paragraph})`}`,
          },
    gist: law?.articles?.find(({ number }) => number === article)?.gist,
    about: [
      ...(kind === undefined ? [] : [kind]),
      ...(law?.issuer === undefined ? [] : [{ zh: law.issuer, en: law.issuer }]),
      ...(held === undefined ? [] : heldInWords(held)),
    ],
    url: law?.url,
  };
}

function heldInWords(held: InForce): Words[] {
  switch (held.kind) {
    case 'in-force': {
      const { effective } = held.version;
      return [{ zh: `${effective} 起施行的版本`, en: `as in force since ${effective}` }];
    }
    case 'repealed':
      return [{ zh: `${held.since} 起已废止`, en: `repealed on ${held.since}` }];
    case 'not-yet':
      return held.from === undefined ? [] : [{ zh: `${held.from} 起施行`, en: `in force from ${held.from}` }];
  }
}
