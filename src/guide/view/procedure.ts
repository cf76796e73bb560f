import { criticalPathIn, formatLimit, stepGraph } from '../../procedure/index.ts';
import { pointView } from './points.ts';
import { groupOf, joined, labelsAt, type Subject } from './subject.ts';
import type { GuideView, StepView } from './types.ts';

const kindLabel = labelsAt('procedure', 'steps', 0, 'kind');

/** The steps in the order in which they happen, those of the longest path marked, and that path in words. */
export function procedureView(subject: Subject): Pick<GuideView, 'steps' | 'stepsNote' | 'path'> {
  const { none, steps = [], note } = subject.item.procedure ?? {};
  const graph = stepGraph(steps);
  const path = criticalPathIn(graph, subject.item.limits);
  const ids = path.kind === 'path' ? path.ids : [];
  const places = new Map(graph.order.map((id, place) => [id, place]));
  const nameOf = (id: string) => steps.find((step) => step.id === id)?.name ?? id;
  const views = groupOf(none, steps, (step, index): StepView => {
    const { id = '', name = step.id, after = [], examines = [], staff } = step;
    const point = pointView(subject, { text: name, basis: step.basis, when: step.when }, index);
    return {
      index,
      text: point.text,
      basis: point.basis,
      when: point.when,
      whenWords: point.whenWords,
      id,
      kind: kindLabel(step.kind),
      days: step.days === undefined ? '' : formatLimit(step.days),
      post: joined([step.actor?.post, staff === undefined ? undefined : `${staff} 人`], '，'),
      output: step.output ?? '',
      after,
      afterNames: after.map(nameOf),
      excluded: step.excluded === true,
      critical: ids.includes(id),
      examines: examines.map(({ text, standard }) => joined([text, standard], '：')),
    };
  });
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
