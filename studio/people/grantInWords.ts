import type { Grant } from '../../src/api/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import type { Words } from '../../src/model/schemas.ts';
import { roleWords } from '../i18n/roles.ts';

/** A grant as its person reads it: as what, where, of which departments. */
export function grantInWords({ roles, where }: Grant, lookups: Lookups): { as: Words; where: Words[] } {
  const as = {
    zh: roles.map((role) => roleWords[role].zh).join('、'),
    en: roles.map((role) => roleWords[role].en).join(', '),
  };
  if (where === 'everywhere') return { as, where: [{ zh: '全部范围', en: 'everywhere' }] };
  return {
    as,
    where: where.map(({ division, below, departments }) => {
      const name = lookups.divisionName(division);
      const of = departments?.map((one) => lookups.codeLabel('departments', one));
      const zh = of === undefined ? '' : `：${of.map((one) => one.zh).join('、')}`;
      const en = of === undefined ? '' : `: ${of.map((one) => one.en).join(', ')}`;
      return {
        zh: `${name}${below ? '及下级' : ''}${zh}`,
        en: `${name}${below ? ' and those below' : ''}${en}`,
      };
    }),
  };
}
