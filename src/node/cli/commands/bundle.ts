import { Command } from 'commander';
import { guideFinder, memberItems, type Catalogue } from '../../../catalogue/index.ts';
import type { Bundle } from '../../../model/bundle.ts';
import { fieldAt, labelOf } from '../../../model/field.ts';
import type { Draft, Item } from '../../../model/item.ts';
import {
  formatLimit,
  readBundleAnswers,
  reckonBundle,
  type BundleReckoning,
  type Count,
} from '../../../procedure/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';
import { collected, parseAnswers } from '../parseAnswers.ts';

interface Options {
  answer: string[];
  division: string;
  dir?: string;
  json?: true;
}

/** `guicheng bundle ID --division CODE --answer Q=O …`: what a bundle asks, and what it saves, step by step. */
export function bundle(): Command {
  return new Command('bundle')
    .description(
      '一件事怎样并联：成员、先后、时限、材料，比依次办省多少\nhow a bundle is handled together, and what that saves',
    )
    .argument('<ID>', '一件事的标识 id of the bundle')
    .requiredOption('--division <CODE>', '哪个行政区划 division')
    .option(
      '--answer <Q=O>',
      '对问题 Q 回答 O，成员自己的问题写作 成员/问题；可重复 answer to a question, or to MEMBER/QUESTION',
      collected,
      [],
    )
    .option('--dir <DIR>', '目录所在的文件夹 folder of the catalogue')
    .option('--json', '输出 JSON')
    .action(async (id: string, { answer, division, dir, json }: Options) => {
      const catalogue = await openCatalogue(catalogueDir(dir));
      const draft = find(catalogue, id, division);
      const found = memberItems(draft, division, guideFinder(catalogue.guides, catalogue.lookups));
      const items = new Map([...found].map(([item, effective]) => [item, effective.item]));
      const reckoning = reckonBundle(draft, items, readBundleAnswers(draft, items, parseAnswers(answer)));
      if (reckoning.problems.length > 0)
        throw new UsageError(
          reckoning.problems.map(({ words }) => words.zh).join('\n'),
          reckoning.problems.map(({ words }) => words.en).join('\n'),
        );
      const places = new Map([...found].map(([item, effective]) => [item, effective.division]));
      const out =
        json === true
          ? JSON.stringify(asJson({ bundle: draft, division, reckoning, places }), null, 2)
          : asText({ bundle: draft, division, reckoning, places }, catalogue).join('\n');
      process.stdout.write(`${out}\n`);
    });
}

function find(catalogue: Catalogue, id: string, division: string): Draft<Bundle> {
  const found = catalogue.bundles.find(({ value }) => value.id === id)?.value;
  if (found === undefined) {
    const ids = catalogue.bundles.map(({ value }) => value.id).join(' ');
    throw new UsageError(`没有一件事“${id}”。现有：${ids}`, `There is no bundle "${id}".`);
  }
  if (found.divisions?.includes(division) !== true)
    throw new UsageError(
      `“${division}”不提供这件事。提供它的：${(found.divisions ?? []).join(' ')}`,
      `Division "${division}" does not offer this bundle.`,
    );
  return found;
}

interface Reckoned {
  bundle: Draft<Bundle>;
  division: string;
  reckoning: BundleReckoning;
  /** The division that implements each item. */
  places: ReadonlyMap<string, string>;
}

function asText({ bundle, division, reckoning, places }: Reckoned, { lookups }: Catalogue): string[] {
  const { members, edges, parallel, limit, steps, materials, visits } = reckoning;
  const nameOf = (id: string) => nameOfItem(members.find((one) => one.id === id)?.item, id);
  const names = (ids: readonly string[]) => ids.map(nameOf).join('、');
  const promised = bundle.limits?.promised;
  return [
    `${bundle.name ?? bundle.id ?? ''}（${lookups.divisionName(division)}）`,
    '',
    `成员 members（${members.length}）`,
    ...members.map(({ id, item, limit: own, ownLimit, verdict, member }, i) => {
      const place = places.get(member.item ?? '');
      const notes = [
        own?.from === 'bundle' ? `单独办 alone ${formatLimit(ownLimit)}` : '',
        verdict.kind === 'depends' ? `视回答而定 depends on ${verdict.on.join(', ')}` : '',
        place === undefined || place === division ? '' : `由${lookups.divisionName(place)}实施`,
      ].filter((note) => note !== '');
      return `  ${i + 1}. ${nameOfItem(item, id)}（${id}）：${formatLimit(own)}${notes.length > 0 ? `（${notes.join('；')}）` : ''}`;
    }),
    ...listed('  不涉及 ruled out：', reckoning.ruledOut),
    ...listed('  这里没有实施 not implemented here：', reckoning.missing),
    '',
    '先后 order',
    ...(edges.length === 0 ? ['  全部并联，互不等待 all in parallel'] : []),
    ...edges.map(
      ({ before, after, material }) =>
        `  ${nameOf(before)} → ${nameOf(after)}${material === undefined ? '' : `（材料 material：${material}）`}`,
    ),
    ...parallel.map(({ member, from, way }) => `  ${nameOf(member)} 不等 ${nameOf(from)}：${wayWords(way)}`),
    '',
    '时限 days',
    `  依次办 one after another：${members.map(({ ownLimit }) => ownLimit?.value ?? '?').join(' + ')} = ${formatLimit({ value: limit.apart.days, unit: limit.apart.unit })}${uncounted(limit.apart.excludedDays)}`,
    limit.together.kind === 'cycle'
      ? `  并联 together：互相等待，无法计算 they wait for each other: ${names(limit.together.ids)}`
      : `  并联 together：${formatLimit({ value: limit.together.days, unit: limit.together.unit })}${uncounted(limit.together.excludedDays)}，最长一路 longest way：${limit.together.ids.map(nameOf).join(' → ')}`,
    ...(limit.saved === undefined ? [] : [`  少 saved：${limit.saved}`]),
    ...listed('  单位不同、按周折算 converted：', limit.apart.converted),
    ...listed('  没有写时限 without a limit：', limit.apart.undated),
    steps.path.kind === 'cycle'
      ? '  环节互相等待 the steps wait for each other'
      : `  环节最少需要 the steps need：${formatLimit({ value: steps.path.days, unit: steps.path.unit })}（${steps.path.ids.join(' → ')}）`,
    `  共同承诺 joint promise：${formatLimit(promised)}`,
    '',
    '材料 materials',
    `  清单 listed：${countWords(materials.apart)} → ${countWords(materials.together)}`,
    `  要交 to hand in：${countWords(materials.handIn.apart)} → ${countWords(materials.handIn.together)}`,
    `  表格 forms：${countWords(materials.forms.apart)} → ${countWords(materials.forms.together)}`,
    ...materials.list
      .filter(({ of, inside }) => of.length > 1 || inside !== undefined)
      .map(({ name, of, inside }) =>
        inside === undefined
          ? `  一次 once：${name}（${names(of.map(({ member }) => member))}）`
          : `  不用交 inside：${name}（${nameOf(inside)}的结果）`,
      ),
    ...reckoning.proposals.map(
      ({ name, materials: same }) =>
        `  可以共用 could be shared：${name}（${same.map((one) => `${one.member}/${one.material}`).join('、')}）`,
    ),
    '',
    `到现场 visits：${visits.apart} → ${visits.together}`,
    ...questionLines(reckoning),
  ];
}

function nameOfItem(item: Draft<Item> | undefined, id: string): string {
  return item?.basics?.name ?? id;
}

function listed(lead: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`${lead}${ids.join('、')}`];
}

function uncounted(days: number): string {
  return days === 0 ? '' : `（另有不计入的 not counted ${days}）`;
}

function wayWords(way: string): string {
  return labelOf(fieldAt('bundle', ['members', 0, 'parallel', 0, 'way'])!.schema, way).zh;
}

function countWords({ least, most }: Count): string {
  return least === most ? String(most) : `${least} 至 ${most}`;
}

function questionLines({ remaining, open }: BundleReckoning): string[] {
  const lines = [
    ...remaining.map(({ id, text, options }) => ({ id: id ?? '', text, options })),
    ...open.map(({ member, question }) => ({ ...question, id: `${member}/${question.id}` })),
  ].map(({ id, text, options }) => {
    const values = (options ?? []).map((option) => `${option.id ?? ''}（${option.text ?? ''}）`).join('、');
    return `  ${id}: ${text ?? ''} ${values === '' ? '数值 number' : values}`;
  });
  return lines.length === 0 ? [] : ['', '还可以回答 still open (--answer Q=O)', ...lines];
}

/** What a program may want to know; ids are those of the files. */
function asJson({ bundle, division, reckoning, places }: Reckoned) {
  const { members, limit, steps, materials, problems: _, ...rest } = reckoning;
  return {
    version: 1,
    bundle: bundle.id,
    division,
    promised: bundle.limits?.promised,
    ...rest,
    members: members.map(({ id, member, verdict, limit: within, ownLimit, case: chosen }) => ({
      id,
      item: member.item,
      division: places.get(member.item ?? ''),
      verdict,
      answers: chosen.answers,
      limit: within,
      ownLimit,
    })),
    remaining: rest.remaining.map(({ id }) => id),
    open: rest.open.map(({ member, question }) => `${member}/${question.id}`),
    limit,
    steps: { path: steps.path, order: steps.steps.map(({ id, after, days }) => ({ id, after, days })) },
    materials: {
      ...materials,
      list: materials.list.map(({ of, ...one }) => ({
        ...one,
        of: of.map(({ member, material, sure }) => ({ member, material: material.id, sure })),
      })),
    },
  };
}
