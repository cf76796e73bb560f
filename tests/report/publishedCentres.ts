// Two centres after what two cities have published of theirs, as the files of one catalogue. Nothing here is of a
// real place: divisions, bodies and items are numbered.
import { fileText } from '../validCatalogue.ts';

const [first, second] = ['990100', '990200'];

/** How many items of each sort the two centres have. */
export interface Sizes {
  /** Of the first centre: items settled on the spot, promised ones decided at the window and in the department. */
  first: { instant: number; atWindow: number; inDepartment: number };
  /**
   * Of the second: permits and other items inside and the bodies they are spread over, permits outside by bodies
   * that have others inside and by bodies that have none, and how many of those inside charge a fee.
   */
  second: {
    permits: { items: number; bodies: number };
    others: { items: number; bodies: number };
    outside: { items: number; bodies: number };
    charged: number;
  };
}

/**
 * As published. The first: 383 items, 71 instant, 160 promised ones settled inside. The second: 428 items of 48
 * bodies, 377 of 458 permits, 38 of 47 bodies with permits, 51 other items, 105 with a fee.
 */
export const published: Sizes = {
  first: { instant: 71, atWindow: 160, inDepartment: 152 },
  second: {
    permits: { items: 377, bodies: 38 },
    others: { items: 51, bodies: 10 },
    outside: { items: 81, bodies: 9 },
    charged: 105,
  },
};

/** The files of a catalogue with the two centres. */
export function publishedCentres({ first: one, second: two }: Sizes = published): Map<string, string> {
  const files = new Map<string, string>();
  const write = (path: string, value: unknown) => files.set(path, fileText(path, value));
  write('catalogue.yaml', {
    title: '两个中心（测试）',
    notice: '测试用',
    calendar: 'cn',
    divisions: [
      { code: '000000', name: '国家', level: 'nation' },
      { code: first, name: '甲市', level: 'city', parent: '000000' },
      { code: second, name: '乙市', level: 'city', parent: '000000' },
    ],
    codeLists: {
      itemTypes: [
        { id: '01', zh: '行政许可', en: 'permit' },
        { id: '20', zh: '公共服务', en: 'public service' },
      ],
    },
  });
  for (const [id, division] of [
    ['hall-one', first],
    ['hall-two', second],
  ])
    write(`centres/${id}.yaml`, {
      id,
      division,
      name: id,
      windows: [{ id: 'w1', number: '1', name: '综合窗口' }],
    });
  const adopted: Record<string, { id: string }[]> = { [first!]: [], [second!]: [] };
  const bodies: Record<string, Set<string>> = { [first!]: new Set(), [second!]: new Set() };
  const add = (division: string, id: string, body: string, what: Record<string, object>) => {
    bodies[division]!.add(body);
    adopted[division]!.push({ id });
    write(`${division}/${id}.yaml`, {
      id,
      ...what,
      basics: { name: `样例事项 ${id}`, kind: 'item', type: '01', handling: 'promised', ...what['basics'] },
      authority: { decides: { agency: body } },
      fees: what['fees'] ?? { none: '不收费' },
    });
  };
  const limits = {
    statutory: { value: 20, unit: 'working-days' },
    promised: { value: 5, unit: 'working-days' },
  };

  for (const [at, sort] of spread({
    instant: one.instant,
    atWindow: one.atWindow,
    inDepartment: one.inDepartment,
  }))
    add(first!, `a-${at}`, `a-body-${at % 20}`, {
      ...inside('hall-one', sort === 'inDepartment' ? 'department' : 'window'),
      basics: { handling: sort === 'instant' ? 'instant' : 'promised' },
    });
  for (const [at, sort] of spread({ permit: two.permits.items, other: two.others.items })) {
    const body =
      sort === 'permit'
        ? `permit-body-${at % two.permits.bodies}`
        : `other-body-${(at - two.permits.items) % two.others.bodies}`;
    add(second!, `b-${at}`, body, {
      ...inside('hall-two', 'window'),
      basics: { type: sort === 'permit' ? '01' : '20' },
      limits,
      ...(at < two.charged && { fees: { list: [{ id: 'f1', name: '工本费' }] } }),
    });
  }
  for (const at of Array(two.outside.items).keys())
    add(second!, `c-${at}`, `outside-body-${at % two.outside.bodies}`, {
      service: { inCentre: false, notInCentreReason: '场地所限' },
      limits,
    });

  for (const division of [first!, second!]) {
    write(`${division}/adopt.yaml`, { division, items: adopted[division] });
    write(`agencies/${division}.yaml`, {
      division,
      agencies: [...bodies[division]!].map((id, at) => ({
        id,
        name: `样例机关 ${id}`,
        uscc: `TE${String(at).padStart(16, '0')}`,
        departments: ['other'],
      })),
    });
  }
  return files;
}

/** Numbers from 0 with the sort that each is of: so many of the first, then so many of the next. */
function spread<Sort extends string>(counts: Record<Sort, number>): [number, Sort][] {
  return (Object.entries(counts) as [Sort, number][])
    .flatMap(([sort, count]) => Array<Sort>(count).fill(sort))
    .map((sort, at) => [at, sort]);
}

function inside(centre: string, placeOfDecision: string) {
  return { service: { inCentre: true, windows: [`${centre}/w1`], placeOfDecision } };
}
