const papers = '(?:申请|证明|申报|佐证|补充|附属|支撑)?(?:材料|资料|文件|证件|证照|手续|附件|凭证)';

/**
 * Other papers as the agency may think of them: 其他材料, 需要提供的其他有关文件, 身份证等材料. What is offered as a
 * choice (营业执照或者其他证明文件) is named by what stands before it.
 */
const catchAll = new RegExp(
  `(?<!或者?|以及在?)(?:其[他它]的?(?:有关|相关|必要|需要提[供交])?的?${papers}|(?:需要|要求|规定|认为)[^，。；]{0,6}的?其[他它][^，。；]{0,4}${papers}|等(?:有关|相关|其他)?的?${papers})$`,
);

/** Whether a material of this name may be anything. */
export function isCatchAll(name: string): boolean {
  // What stands in brackets behind it explains the name and does not end it.
  return catchAll.test(name.replace(/[（(][^（()）]*[）)]\s*$/, '').trim());
}
