import type { Lookups } from '../../../catalogue/index.ts';
import type { Citations } from '../../../model/generated/schemas.ts';
import type { Draft, Item, Material } from '../../../model/item.ts';
import type { LawKind } from '../rank.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';
import { decideApart, deciderWords } from './matters.ts';

const asks = (material: Draft<Material>, department = 'housing'): Draft<Item> => ({
  id: 'a',
  basics: { name: '甲许可' },
  authority: { decides: { department } },
  materials: { list: [{ id: 'm', name: '乙证', resultOf: 'b', need: 'required', ...material }] },
});
const held: Draft<Item> = {
  id: 'b',
  basics: { name: '乙许可' },
  authority: { decides: { department: 'ecology' } },
};

const mayOrder: ReadonlySet<LawKind | undefined> = new Set([
  'law',
  'administrative-regulation',
  'state-council-decision',
]);

/**
 * State Council 2015 No. 6: where several bodies approve one thing they handle it in parallel with one body in the
 * lead, and do not send the applicant from one to the other; Licensing Law Art. 26(2) lets a government order so.
 * A law may put one before the other: that is a hint only, and no word where the body fetches the result itself.
 */
export const preconditionHeldElsewhere: CatalogueRule = {
  id: 'precondition-held-elsewhere',
  family: 'across',
  scope: 'catalogue',
  severity: 'warning',
  title: {
    zh: '他机关的许可不作前置，改为并联办理',
    en: 'What another body grants is handled in parallel, not asked for first',
  },
  why: {
    zh: '先到甲局办完才能到乙局办，时间一段接一段。没有法律、行政法规要求先后的，改为并联办理：一次受理、材料共用；有要求的，由机关之间核验。',
    en: 'Where one body waits for the other’s licence the times add up. Unless a law orders it, handle both in parallel; where it does, let the bodies ask each other.',
  },
  cites: [
    { law: 'state-council-2015-6' },
    { law: 'administrative-licensing-law', article: 26, paragraph: 2 },
  ],
  good: [
    { name: 'the result of the same body', items: [asks({}, 'ecology'), held] },
    { name: 'had by sharing', items: [asks({ sharing: true }), held] },
    { name: 'fetched by the body', items: [asks({ source: 'government' }), held] },
    { name: 'may be shown', items: [asks({ need: 'optional' }), held] },
    { name: 'an item that is not in the catalogue', items: [asks({})] },
  ],
  bad: [
    {
      name: 'asked for without a law',
      items: [asks({ basis: [{ law: 'a-notice', article: 3 }] }), held],
      file: '000000/a.yaml',
      at: ['materials', 'list', 0, 'resultOf'],
    },
    {
      name: 'asked for by law, which is a hint',
      items: [asks({ basis: [{ law: 'a-law', article: 3 }] }), held],
      file: '000000/a.yaml',
      at: ['materials', 'list', 0, 'resultOf'],
    },
  ],
  mutations: [
    {
      name: 'the licence of another body has to be brought',
      edits: [
        { kind: 'set', path: ['materials', 'list', 1, 'resultOf'], value: 'construction-planning-permit' },
        { kind: 'set', path: ['materials', 'list', 1, 'need'], value: 'required' },
        { kind: 'set', path: ['materials', 'list', 1, 'source'], value: 'applicant' },
        { kind: 'set', path: ['materials', 'list', 1, 'sharing'], value: false },
      ],
    },
  ],
  check({ bases, lookups }) {
    const byId = new Map(bases.map((base) => [base.id, base]));
    return bases.flatMap((base) =>
      (base.item.materials?.list ?? []).flatMap((material, i): CatalogueFinding[] => {
        const other = byId.get(material.resultOf ?? '');
        if (other === undefined || !mustBring(material)) return [];
        if (!decideApart(base.item, other.item, lookups)) return [];
        const ordered = orderedByLaw(material, base.item, lookups);
        const [name, body] = [other.item.basics?.name ?? other.id, deciderWords(other.item, lookups)];
        return [
          {
            subject: base,
            finding: {
              path: ['materials', 'list', i, 'resultOf'],
              ...(ordered && { severity: 'info' as const }),
              message: {
                zh: `申请人要先到${body.zh}办“${name}”，再来办本事项。${ordered ? '法律要求有先后的，可以由本机关核验结果，或者并联受理。' : '没有法律、行政法规要求先后，请改为并联办理，或者由本机关核验结果。'}`,
                en: `Applicants first obtain "${name}" from the ${body.en}, then apply here. ${ordered ? 'The law orders it, so fetch the result from that body, or accept both at once.' : 'No law or administrative regulation orders it: handle both in parallel, or fetch the result from that body.'}`,
              },
            },
          },
        ];
      }),
    );
  },
};

/** Whether the applicant has to hand it in. */
function mustBring({ need, sharing, source }: Draft<Material>): boolean {
  return need !== 'optional' && sharing !== true && source !== 'government';
}

function orderedByLaw({ basis, conditions }: Draft<Material>, item: Draft<Item>, lookups: Lookups): boolean {
  const proven = (item.conditions?.grant ?? []).filter(({ id = '' }) => conditions?.includes(id));
  const cited: Draft<Citations>[] = [basis ?? [], ...proven.map((condition) => condition.basis ?? [])];
  return cited.flat().some(({ law }) => mayOrder.has(lookups.law(law ?? '')?.kind));
}
