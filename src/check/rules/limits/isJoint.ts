import type { Draft, Item } from '../../../model/item.ts';

/** 省级司法（审核）, as portals write who has which stage: a level, and whose level it is. */
const levelOfLine = /^(?:国家|[省市县区乡镇])级(?<line>[^（(]+)/u;

/**
 * Whether several bodies handle an item together, which has limits of its own (Licensing Law Art. 26 and 42). The
 * levels of one line, each with its stage (市级司法（受理）, 省级司法（决定）), count once: they hand the
 * application up, as Art. 43 has it.
 */
export function isJoint(item: Draft<Item>): boolean {
  const joint = item.authority?.joint ?? [];
  // A body that is not told by its level is one of its own.
  return new Set(joint.map((body) => lineOf(body.text) ?? body)).size > 1;
}

function lineOf(text: string | undefined): string | undefined {
  return levelOfLine.exec(text ?? '')?.groups?.['line'];
}
