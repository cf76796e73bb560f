import { parseDocument } from 'yaml';

/**
 * The item of `text` under the name `id` with `count` materials, each with every short field said, and with a note of
 * `note` characters. Written by the `yaml` package, so that no reader is given its own hand.
 */
export function withMaterials(
  text: string,
  { id, count, note }: { id: string; count: number; note: number },
): string {
  const item = parseDocument(text);
  item.setIn(['id'], id);
  item.setIn(['basics', 'name'], `${id}审批`);
  item.setIn(['materials'], { list: Array.from({ length: count }, (_, i) => material(i, note)) });
  return item.toString({ lineWidth: 0 });
}

const sentence = '一式两份，加盖公章；复印件须与原件核对一致，由申请人在每页签字并注明日期。';

function material(i: number, note: number) {
  return {
    id: `material-${i}`,
    name: `第${i + 1}号证明材料`,
    kind: 'other',
    medium: 'either',
    originals: 1,
    copies: i % 3,
    need: 'required',
    source: 'applicant',
    issuer: '主管部门',
    notes: sentence.repeat(Math.ceil(note / sentence.length)).slice(0, note),
    acceptance: '内容完整，签章齐全。',
    sharing: false,
    electronicLicence: true,
    basis: [{ law: 'administrative-licensing-law', article: 31 }],
  };
}
