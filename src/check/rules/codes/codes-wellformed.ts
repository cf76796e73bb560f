import { readBasicCode } from '../../../model/codes/basicCode.ts';
import { readCreditCode } from '../../../model/codes/creditCode.ts';
import { readDivisionCode } from '../../../model/codes/divisionCode.ts';
import { readItemCode } from '../../../model/codes/itemCode.ts';
import type { AgencyFile, CatalogueFile } from '../../../model/generated/schemas.ts';
import type { Draft, Item, Layer } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import type { Words } from '../../../model/schemas.ts';
import type { FileRule, Finding } from '../rule.ts';

const agencies = (uscc: string, sample?: boolean) => ({
  ...(sample !== undefined && { sample }),
  agencies: [{ id: 'a', name: '某局', uscc }],
});

/**
 * State Council 2015 No. 33: one body, one code, with a check character (GB 32100). The schema holds the characters
 * of a code, this rule what they say. A placeholder is a warning, and none in a sample, whose bodies are made up.
 */
export const codesWellformed: FileRule = {
  id: 'codes-wellformed',
  family: 'codes',
  scope: 'file',
  severity: 'error',
  title: { zh: '编码的各部分和校验码正确', en: 'The parts and check characters of codes are right' },
  why: {
    zh: '编码错一位，事项就和国家平台、证照系统对不上。对照证书或者国家清单改正；还没有代码的，拿到后换上。',
    en: 'One wrong digit and an item no longer meets its counterpart on national platforms. Compare with the certificate or the national list; replace placeholders once there is a code.',
  },
  cites: [{ law: 'state-council-2015-33' }],
  good: [
    { name: 'the code of a ministry', kind: 'agency', value: agencies('11100000000013338W') },
    { name: 'a placeholder in a sample', kind: 'agency', value: agencies('TE5115020000000001', true) },
    { name: 'an agency without a code yet', kind: 'agency', value: { agencies: [{ id: 'a' }] } },
    { name: 'an item', kind: 'item', value: { basics: { basicCode: '000131012000' } } },
    {
      name: 'a container',
      kind: 'item',
      value: { basics: { kind: 'container', basicCode: '44011601300Y' } },
    },
    {
      name: 'a variant',
      kind: 'layer',
      value: { overlay: { variants: [{ id: 'a', code: '114400000069411352244011601300201' }] } },
    },
    { name: 'divisions', kind: 'catalogue', value: { divisions: [{ code: '000000' }, { code: '511502' }] } },
  ],
  bad: [
    {
      name: 'a wrong check character',
      kind: 'agency',
      value: agencies('11100000000013338X', true),
      at: ['agencies', 0, 'uscc'],
    },
    {
      name: 'a placeholder',
      kind: 'agency',
      value: agencies('TE5115020000000001'),
      at: ['agencies', 0, 'uscc'],
    },
    {
      name: 'a province that is none',
      kind: 'item',
      value: { basics: { basicCode: '990131012000' } },
      at: ['basics', 'basicCode'],
    },
    {
      name: 'a container with the code of an item',
      kind: 'item',
      value: { basics: { kind: 'container', basicCode: '440116013000' } },
      at: ['basics', 'basicCode'],
    },
    {
      name: 'an item with the code of a container',
      kind: 'item',
      value: { basics: { basicCode: '44011601300Y' } },
      at: ['basics', 'basicCode'],
    },
    {
      name: 'the variant of a body with a wrong check character',
      kind: 'layer',
      value: { overlay: { variants: [{ id: 'a', code: '114400000069411353244011601300201' }] } },
      at: ['overlay', 'variants', 0, 'code'],
    },
    {
      name: 'a division that is none',
      kind: 'catalogue',
      value: { divisions: [{ code: '995102' }] },
      at: ['divisions', 0, 'code'],
    },
  ],
  mutations: [
    {
      name: 'a province that is none',
      edits: [{ kind: 'set', path: ['basics', 'basicCode'], value: '990117017000' }],
    },
    {
      name: 'a wrong check character',
      others: {
        'agencies/511502.yaml': [{ kind: 'set', path: ['agencies', 0, 'uscc'], value: '11100000000013338X' }],
      },
    },
  ],
  check({ kind, value }) {
    // The kind of a file tells the type of its value.
    switch (kind) {
      case 'agency':
        return inAgencies(value as Draft<AgencyFile>);
      case 'item':
        return inItem(value as Draft<Item>, []);
      case 'layer':
        // A layer says fields of an item; its type leaves open which.
        return inItem(((value as Draft<Layer>).overlay ?? {}) as Draft<Item>, ['overlay']);
      case 'catalogue':
        return inDivisions(value as Draft<CatalogueFile>);
      default:
        return [];
    }
  },
};

function inAgencies({ agencies: list, sample }: Draft<AgencyFile>): Finding[] {
  return (list ?? []).flatMap(({ uscc }, i): Finding[] => {
    if (uscc === undefined) return [];
    const path = ['agencies', i, 'uscc'];
    const read = readCreditCode(uscc);
    if (read.kind === 'wrong') return [wrong(path, read.words)];
    if (read.kind !== 'placeholder' || sample === true) return [];
    return [
      {
        path,
        severity: 'warning',
        message: {
          zh: `“${uscc}”是占位，不是统一社会信用代码。有了代码后请换上。`,
          en: `"${uscc}" is a placeholder and no unified social credit code. Put in the code once there is one.`,
        },
      },
    ];
  });
}

function inItem({ basics, variants }: Draft<Item>, above: Path): Finding[] {
  const found = (variants ?? []).flatMap(({ code }, i): Finding[] => {
    const read = code === undefined ? undefined : readItemCode(code);
    return read?.kind === 'wrong' ? [wrong([...above, 'variants', i, 'code'], read.words)] : [];
  });
  if (basics?.basicCode === undefined) return found;
  const path = [...above, 'basics', 'basicCode'];
  const read = readBasicCode(basics.basicCode);
  if (read.kind === 'wrong') return [wrong(path, read.words), ...found];
  const container = basics.kind === 'container';
  if (container === (read.part === 'container')) return found;
  const message = container
    ? {
        zh: `主项的基本编码以 00Y 结尾，现为“${read.sub}”。请更正编码，或把事项改为可以办理的。`,
        en: `The basic code of a container ends in 00Y, not in "${read.sub}". Mend the code, or make the item one that is applied for.`,
      }
    : {
        zh: '基本编码以 00Y 结尾，是主项的，而本事项可以办理。请更正编码，或把事项改为主项。',
        en: 'The basic code ends in 00Y, as a container’s does, but the item is applied for. Mend the code, or make the item a container.',
      };
  return [{ path, severity: 'warning', message }, ...found];
}

function inDivisions({ divisions }: Draft<CatalogueFile>): Finding[] {
  return (divisions ?? []).flatMap(({ code }, i): Finding[] => {
    const read = code === undefined ? undefined : readDivisionCode(code);
    return read?.kind === 'wrong' ? [wrong(['divisions', i, 'code'], read.words)] : [];
  });
}

function wrong(path: Path, words: Words): Finding {
  return {
    path,
    message: { zh: `${words.zh}请对照证书核对。`, en: `${words.en} Compare it with the certificate.` },
  };
}
