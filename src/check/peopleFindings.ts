import type { Source } from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PeopleFile } from '../model/generated/schemas.ts';
import type { Path } from '../model/path.ts';
import type { Words } from '../model/schemas.ts';

/**
 * What is wrong in who may do what: an account of two people, which would let one person be two or make two one; an
 * entry that is nobody; a grant that is nowhere.
 */
export function peopleFindings({ path: file, value }: Source<PeopleFile>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (path: Path, code: string, severity: Diagnostic['severity'], words: Words) =>
    found.push({ code, severity, message: words.zh, messageEn: words.en, file, path, cites: [] });
  const holders = new Map<string, string>();
  for (const [i, { id = '', subjects, claim, grants }] of (value.people ?? []).entries()) {
    const at: Path = ['people', i];
    if (subjects === undefined && claim === undefined)
      say(at, 'people/nobody', 'error', {
        zh: `“${id}”没有写是谁。请写账号 subjects，或者身份认证的声明 claim。`,
        en: `"${id}" is nobody. Name the accounts in subjects, or a claim.`,
      });
    for (const [j, subject] of (subjects ?? []).entries()) {
      if (subject === undefined) continue;
      const holder = holders.get(subject);
      holders.set(subject, holder ?? id);
      if (holder !== undefined)
        say([...at, 'subjects', j], 'people/twice', 'error', {
          zh: `账号“${subject}”已写在“${holder}”里。一个账号只属于一个人，请删去一处。`,
          en: `"${subject}" stands in "${holder}" already. An account is one person's: take one out.`,
        });
    }
    for (const [j, grant] of (grants ?? []).entries()) {
      const { everywhere, divisions, agencies } = grant;
      if (everywhere !== true && divisions === undefined && agencies === undefined)
        say([...at, 'grants', j], 'people/nowhere', 'error', {
          zh: '这条职责没有写在哪里。请写行政区划、机关，或者全部范围。',
          en: 'This grant is nowhere. Name divisions or agencies, or say everywhere.',
        });
      if (everywhere === true && (divisions ?? agencies) !== undefined)
        say([...at, 'grants', j, 'everywhere'], 'people/everywhere', 'error', {
          zh: '已写全部范围，又写了区划或机关。请只留一样。',
          en: 'It says everywhere, and divisions or agencies as well. Keep one of them.',
        });
    }
  }
  return found;
}
