import { criticalPath, formatLimit, stepGraph } from '../../procedure/index.ts';
import { pointView } from './points.ts';
import { groupOf, joined, labelAt, type Subject } from './subject.ts';
import type { GuideView } from './types.ts';

/** The steps in the order in which they happen, those of the longest path marked, and that path in words. */
export function procedureView(subject: Subject): Pick<GuideView, 'steps' | 'stepsNote' | 'path'> {
  const { none, steps = [], note } = subject.item.procedure ?? {};
  const path = criticalPath(steps, subject.item.limits);
  const ids = path.kind === 'path' ? path.ids : [];
  const places = new Map(stepGraph(steps).order.map((id, place) => [id, place]));
  const nameOf = (id: string) => steps.find((step) => step.id === id)?.name ?? id;
  const views = groupOf(none, steps, (step, index) => ({
    ...pointView(subject, { ...step, text: step.name ?? step.id }, index),
    id: step.id ?? '',
    kind: labelAt(['procedure', 'steps', 0, 'kind'], step.kind),
    days: step.days === undefined ? '' : formatLimit(step.days),
    post: joined([step.actor?.post, step.staff === undefined ? undefined : `${step.staff} 人`], '，'),
    output: step.output ?? '',
    after: step.after ?? [],
    afterNames: (step.after ?? []).map(nameOf),
    excluded: step.excluded === true,
    critical: ids.includes(step.id ?? ''),
    examines: (step.examines ?? []).map((point) => joined([point.text, point.standard], '：')),
  }));
  return {
    // Steps in a cycle have no place in the order; they come last.
    steps:
      views.none === undefined
        ? {
            list: views.list.toSorted(
              (a, b) => (places.get(a.id) ?? steps.length) - (places.get(b.id) ?? steps.length),
            ),
          }
        : views,
    stepsNote: note,
    path:
      path.kind === 'path' && ids.length > 0
        ? { days: formatLimit({ value: path.days, unit: path.unit }), names: ids.map(nameOf) }
        : undefined,
  };
}
