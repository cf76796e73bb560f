import type { Node } from './node.ts';
import type { Page } from './page.ts';
import type { Place } from './place.ts';
import { usualLayout } from './write.ts';
import type { Layout } from './write.ts';

/** How the surroundings of `place` are laid out, the nearest first, so that what is added looks like them. */
export function layoutOf(place: Place, page: Page): Layout {
  const found: Partial<Layout> = {};
  for (let here: Place | undefined = place; here; here = here.above?.place) look(here.value, page, found);
  const step = found.step ?? (found.dash || usualLayout.step);
  return {
    step,
    dash: found.dash ?? step,
    gap: found.gap ?? usualLayout.gap,
    quote: found.quote ?? usualLayout.quote,
  };
}

/** Walks the tree until every question has its first answer. */
function look(node: Node, page: Page, found: Partial<Layout>): void {
  if (node.kind === 'scalar') {
    if (node.style === 'single' || node.style === 'double') found.quote ??= node.style;
    return;
  }
  if (node.kind === 'map') {
    for (const { start, value } of node.entries) {
      if (complete(found)) return;
      if (value.kind !== 'scalar' && !value.flow && !node.flow) {
        const indent = page.column(value.start) - page.column(start);
        if (value.kind === 'map') found.step ??= indent;
        else found.dash ??= indent;
      }
      look(value, page, found);
    }
    return;
  }
  for (const { start, value } of node.elements) {
    if (complete(found)) return;
    const gap = value.start - start - 1;
    if (!node.flow && value.end > value.start && page.lineStart(value.start) === page.lineStart(start))
      found.gap ??= gap;
    look(value, page, found);
  }
}

function complete({ step, dash, gap, quote }: Partial<Layout>): boolean {
  return step !== undefined && dash !== undefined && gap !== undefined && quote !== undefined;
}
