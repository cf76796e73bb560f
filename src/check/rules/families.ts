import type { Words } from '../../model/schemas.ts';

/** What rules are about, in the order of a procedure's elements; each is a folder and a page of the rule book, but for `local`. */
export const families = {
  basis: { zh: '设定依据', en: 'Legal basis' },
  authority: { zh: '实施机关', en: 'Authority' },
  conditions: { zh: '许可条件', en: 'Conditions' },
  materials: { zh: '申请材料', en: 'Materials' },
  procedure: { zh: '办理程序', en: 'Procedure' },
  limits: { zh: '办理时限', en: 'Time limits' },
  fees: { zh: '收费', en: 'Fees' },
  cases: { zh: '情形与算例', en: 'Cases' },
  result: { zh: '许可证件', en: 'Licence' },
  quantity: { zh: '数量限制', en: 'Quantity' },
  service: { zh: '办事服务', en: 'Service' },
  supervision: { zh: '监督检查', en: 'Supervision' },
  reform: { zh: '改革措施', en: 'Reform' },
  staff: { zh: '岗位人员', en: 'Posts' },
  codes: { zh: '编码', en: 'Codes' },
  language: { zh: '文字表述', en: 'Language' },
  layers: { zh: '上下级衔接', en: 'Layers' },
  lists: { zh: '许可清单', en: 'Published lists' },
  across: { zh: '事项之间', en: 'Across items' },
  bundles: { zh: '一件事', en: 'Bundles' },
  local: { zh: '本目录的规则', en: 'Rules of this catalogue' },
} as const satisfies Record<string, Words>;

export type Family = keyof typeof families;
