/** A title in one form: no spaces, inner brackets as 〈〉, round brackets full width. */
export function plainTitle(title: string): string {
  return title
    .replace(/\s+/g, '')
    .replace(/[<《]/g, '〈')
    .replace(/[>》]/g, '〉')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** By what titles are compared: 《行政许可法》 and 《中华人民共和国行政许可法（2019修正）》 are the same. */
export function titleKey(title: string): string {
  return plainTitle(title)
    .replace(/^中华人民共和国/, '')
    .replace(versionNote, '');
}

/** （2019修正）, （2017年修订） or （2018年10月26日修正） at the end of a title. */
export const versionNote =
  /（(?:根据)?(\d{4})年?(?:\d+月\d+日)?(?:第[一二三四五六七八九十]+次)?(?:修订|修正|修改|版|本)+）$/;

/** What instruments are called by their last word, however it goes on in brackets: （试行）. */
const instrument =
  /(?:法典|宪法|条例|条令|规定|办法|细则|规则|准则|守则|税则|通则|总则|决议|命令|指示|公约|条约|协定|议定书|修正案|(?:管理|工作)规范|名录|负面清单|.{2}管制清单|(?:指导|实施|若干)意见)$/;
/** Catalogues, plans of the state: 《产业结构调整指导目录》, but not 《申请材料目录》 or 《施工方案》. */
const published = /(?:^(?:国家|中国|国务院).*(?:方案|预案)|(?<!材料|资料|文件|档案|附件|图书)(?<=.{4})目录)$/;
/** 方法 and the like end as a law does, and are none. */
const law = /(?<![方做用看说书手写语句])法$/;
/** What only an authority writes when it says about what: 《国务院关于…的通知》. */
const about =
  /(?:决定|通知|意见|批复|公告|通告|解释|函|答复|方案|规划|纲要|措施|目录|标准|规范)$(?<=(?:关于|印发).*)/;
/** Forms, certificates, contracts, statutes of a body: these have articles too and are no instruments. */
const form =
  /(?:申请表|申请书|登记表|审批表|合同|协议|协议书|章程|证|证书|执照|报告|报告书|承诺书|告知书|通知书|决定书|意见书)$/;

/** Whether something called `title` is an instrument by its name alone. */
export function isInstrument(title: string): boolean {
  const name = withoutNotes(title);
  return [instrument, published, law, about].some((kind) => kind.test(name));
}

/** Whether something called `title` is a form, a certificate or an agreement, whatever is cited of it. */
export function isForm(title: string): boolean {
  return form.test(withoutNotes(title));
}

/** Whether `title` only says a kind: 《条例》, short for one that was named before. */
export function isKindOnly(title: string): boolean {
  return /^(?:本|该|暂行|实施|试行)?(?:法|条例|规定|办法|细则|规则|决定|意见|通知|目录)$/.test(title);
}

function withoutNotes(title: string): string {
  const plain = plainTitle(title);
  let end = plain.length;
  // By hand: a pattern for a run of notes would try each of them as the first.
  while (plain[end - 1] === '）') {
    const open = plain.lastIndexOf('（', end - 1);
    if (open < 0 || plain.slice(open, end - 1).includes('）')) break;
    end = open;
  }
  return plain.slice(0, end);
}
