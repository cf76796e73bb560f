import type { Citation, When } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { whenView } from './cases.ts';
import { citationViews } from './citations.ts';
import type { Subject } from './subject.ts';
import type { PointView } from './types.ts';

export interface PointSource {
  text?: string | undefined;
  basis?: Draft<Citation>[] | undefined;
  when?: Draft<When> | undefined;
}

/** A sentence with its basis and the case for which it stands. */
export function pointView(subject: Subject, point: PointSource, index: number): PointView {
  const basis = citationViews(subject, point.basis);
  const { when, whenWords } = whenView(subject, point.when);
  // The engine is slow at what follows after `...`, and there are a hundred of these to a guide.
  return { index, text: point.text ?? '未写明', basis, when, whenWords };
}

export function pointViews(subject: Subject, list: PointSource[] | undefined): PointView[] {
  return (list ?? []).map((point, index) => pointView(subject, point, index));
}
