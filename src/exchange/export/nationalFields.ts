/**
 * One column of a national exchange table: the name that the receiving system uses, what it is called, and the
 * field of the item that fills it; a path inside the element where the table has a row an element.
 */
export interface NationalField {
  name: string;
  title: string;
  /** Path in the item or element; `$…` is worked out from the catalogue: see `nationalTables`. */
  from: string;
}

export interface NationalTable {
  name: string;
  /** The list whose elements are the rows; without it a guide is a row. */
  list?: string;
  fields: NationalField[];
}

const field = (name: string, title: string, from: string): NationalField => ({ name, title, from });
const key = [field('TASK_CODE', '实施编码', '$taskCode'), field('TASK_NAME', '事项名称', '$name')];

/**
 * The tables by which items are reported upward, as far as their fields are known: names after those that the
 * platforms use, not conforming to a published version of them. Their owner changes them here.
 */
export const nationalTables: readonly NationalTable[] = [
  {
    name: '目录',
    fields: [
      field('CATALOG_CODE', '基本编码', 'basics.basicCode'),
      ...key,
      field('TASK_TYPE', '事项类型', 'basics.type'),
      field('USE_LEVEL', '行使层级', 'basics.exerciseLevels'),
      field('APPROVE_LEVEL', '审批层级', 'basics.approvalLevels'),
      field('AREA_CODE', '行政区划代码', '$division'),
      field('AREA_NAME', '行政区划', '$divisionName'),
      field('TASK_STATE', '状态', 'basics.state'),
    ],
  },
  {
    name: '基本信息',
    fields: [
      ...key,
      field('LOCAL_CODE', '地方编码', 'basics.localCode'),
      field('SHORT_NAME', '俗称', 'basics.everydayName'),
      field('BY_LAW', '设定依据', 'legalBasis'),
      field('DEPT_CODE', '实施主体编码', '$uscc'),
      field('DEPT_NAME', '实施主体', '$agency'),
      field('DEPT_TYPE', '实施主体性质', 'basics.bodyKind'),
      field('ENTRUST_NAME', '委托部门', 'basics.entrustingBody'),
      field('POWER_SOURCE', '权力来源', 'basics.powerSource'),
      field('SERVE_TYPE', '服务对象', 'basics.served'),
      field('PROJECT_TYPE', '办件类型', 'basics.handling'),
      field('LAW_END_DAY', '法定办结时限', 'limits.statutory.value'),
      field('LAW_END_UNIT', '法定办结时限单位', 'limits.statutory.unit'),
      field('PROMISE_DAY', '承诺办结时限', 'limits.promised.value'),
      field('PROMISE_UNIT', '承诺办结时限单位', 'limits.promised.unit'),
      field('ACCEPT_CONDITION', '受理条件', 'conditions.grant'),
      field('HANDLE_FLOW', '办理流程', 'procedure.steps'),
      field('LIMIT_NUM', '数量限制', 'quantity.total'),
      field('RESULT_TYPE', '结果类型', 'result.kind'),
      field('RESULT_NAME', '结果名称', 'result.name'),
      field('RESULT_SAMPLE', '结果样本', 'result.sample'),
      field('LINK_TEL', '咨询电话', 'service.phones.advice'),
      field('SUPERVISE_TEL', '监督投诉电话', 'service.phones.complaint'),
      field('HANDLE_TIME', '办理时间', 'service.hours'),
      field('HANDLE_PLACE', '办理地点', 'service.windows'),
    ],
  },
  {
    name: '拓展信息',
    fields: [
      ...key,
      field('HANDLE_FORM', '办理形式', 'service.channels'),
      field('IS_ENTRY_CENTER', '是否进驻政务大厅', 'service.inCentre'),
      field('LIMIT_SCENE_NUM', '到办事现场次数', 'service.visits'),
      field('LIMIT_SCENE_EXPLAIN', '必须现场办理原因', 'service.visitsReason'),
      field('IS_ONLINE_BOOK', '是否支持预约办理', 'service.booking'),
      field('IS_EXPRESS', '是否支持物流快递', 'service.courier'),
      field('HANDLE_AREA', '通办范围', 'service.reach'),
      field('ONLINE_DEPTH', '网上办理深度', 'service.onlineDepth'),
      field('ONLINE_URL', '在线办理跳转地址', 'service.applyUrl'),
      field('THEME_TYPE', '主题分类', 'service.themes'),
      field('JOINT_DEPT', '联办机构', 'authority.joint'),
      field('REVIEW_DEPT', '行政复议机关', 'rights.review.body'),
      field('LITIGATION_COURT', '行政诉讼法院', 'rights.litigation.court'),
    ],
  },
  {
    name: '申请材料',
    list: 'materials.list',
    fields: [
      ...key,
      field('MATERIAL_NAME', '材料名称', 'name'),
      field('MATERIAL_TYPE', '材料类型', 'kind'),
      field('MATERIAL_FORM', '材料形式', 'medium'),
      field('MATERIAL_NUM', '原件份数', 'originals'),
      field('COPY_NUM', '复印件份数', 'copies'),
      field('IS_NEED', '材料必要性', 'need'),
      field('SOURCE_TYPE', '来源渠道', 'source'),
      field('SOURCE_EXPLAIN', '来源渠道说明', 'issuer'),
      field('BY_LAW', '要求提供材料的依据', 'basis'),
      field('FILL_EXPLAIN', '填报须知', 'notes'),
      field('ACCEPT_STANDARD', '受理标准', 'acceptance'),
    ],
  },
  {
    name: '收费项目',
    list: 'fees.list',
    fields: [
      ...key,
      field('FEE_NAME', '收费项目名称', 'name'),
      field('FEE_STANDARD', '收费标准', 'standard'),
      field('BY_LAW', '收费依据', 'basis'),
      field('STANDARD_LAW', '标准依据', 'standardBasis'),
      field('IS_DESC', '减免', 'reductions'),
    ],
  },
  {
    name: '情形',
    list: 'variants',
    fields: [
      ...key,
      field('CASE_CODE', '业务办理项编码', 'code'),
      field('CASE_NAME', '业务办理项名称', 'name'),
      field('CASE_TYPE', '类型', 'kind'),
      field('CASE_EXPLAIN', '说明', 'text'),
    ],
  },
  {
    name: '情形问题',
    list: 'questions',
    fields: [
      ...key,
      field('QUESTION', '问题', 'text'),
      field('QUESTION_TYPE', '回答方式', 'kind'),
      field('OPTIONS', '选项', 'options'),
      field('UNIT', '单位', 'unit'),
    ],
  },
  {
    name: '常见问题',
    list: 'service.faq',
    fields: [...key, field('QUESTION', '问题', 'question'), field('ANSWER', '解答', 'answer')],
  },
];
