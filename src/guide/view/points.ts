import type { Citation, When } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { whenView } from './cases.ts';
import { citationViews } from './citations.ts';
import type { Subject } from './subject.ts';
import type { PointView } from './types.ts';

export interface PointSource {
  text?: string;
  basis?: Draft<Citation>[];
  when?: Draft<When>;
}

/** A sentence with its basis and the case for which it stands. */
export function pointView(subject: Subject, point: PointSource, index: number): PointView {
  return {
    index,
    text: point.text ?? '未写明',
    basis: citationViews(subject, point.basis),
    ...whenView(subject, point.when),
  };
}

export function pointViews(subject: Subject, list: PointSource[] | undefined): PointView[] {
  return (list ?? []).map((point, index) => pointView(subject, point, index));
}
