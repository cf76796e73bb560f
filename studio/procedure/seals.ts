/** One character for each kind of step, as on a seal. */
const seals: Readonly<Record<string, string>> = {
  accept: '受',
  supplement: '补',
  review: '审',
  decide: '决',
  deliver: '送',
  'site-inspection': '勘',
  testing: '测',
  inspection: '检',
  quarantine: '疫',
  appraisal: '鉴',
  'expert-review': '评',
  examination: '考',
  'collective-decision': '集',
  hearing: '听',
  tender: '招',
  auction: '拍',
  'joint-review': '联',
  'public-notice': '示',
};

/** The character of a kind, a dot where it has none. */
export function sealOf(kind: string | undefined): string {
  return (kind !== undefined && Object.hasOwn(seals, kind) && seals[kind]) || '·';
}
