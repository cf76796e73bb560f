import type { ChangeEntry } from '../../../../api/index.ts';
import { planRename, renamable, type Catalogue } from '../../../../catalogue/index.ts';
import type { FirstStep } from '../../../review/index.ts';
import { bytesOf, called, refusal, unreadable, type Change, type Planned } from './parts.ts';

/** As many changed lines of a file as somebody reads in a plan. */
const mostLines = 20;

/**
 * What an id stands for called otherwise, the file's own where no place in it is given: what names it says so too, and
 * files that are called like it move.
 */
export function renamed(
  { file, path = ['id'], at = 'value', to, reason }: Change<'rename'>,
  catalogue: Catalogue,
): Planned {
  const source = catalogue.sources.get(file);
  if (source === undefined) return refusal(file, catalogue, unreadable);
  const what = renamable(source, path, at);
  if (what === undefined)
    return refusal(file, catalogue, {
      reason: '这里没有可以改的标识。',
      reasonEn: 'There is no id here that can be changed.',
    });
  const plan = planRename(catalogue, what, to);
  if (plan.kind === 'refused') return refusal(plan.file ?? file, catalogue, plan);
  const { texts, moves, elements } = plan;
  const entryOf = ([at, { text, places }]: [string, { text: string; places: number }]): ChangeEntry => {
    const moved = moves.get(at);
    const lines = linesBetween(catalogue.sources.get(at)?.text ?? '', text);
    return {
      ...called(at, catalogue),
      outcome:
        moved === undefined ? { kind: 'reworded', places, lines } : { kind: 'renamed', to: moved, lines },
    };
  };
  const staying = [...texts].filter(([at]) => !moves.has(at));
  const moving = [...texts].filter(([at]) => moves.has(at));
  const edit: FirstStep[] =
    staying.length === 0
      ? []
      : [
          {
            act: {
              kind: 'edit',
              files: staying.map(([at]) => at),
              ...(elements.length > 0 && { renamed: [...elements] }),
            },
            changes: new Map(staying.map(([at, { text }]) => [at, bytesOf(text)])),
          },
        ];
  const renames = moving.map(([at, { text }]): FirstStep => {
    const next = moves.get(at)!; // Those that move are told apart by it.
    return {
      act: { kind: 'rename', file: at, to: next, reason },
      changes: new Map<string, Uint8Array | null>([
        [at, null],
        [next, bytesOf(text)],
      ]),
    };
  });
  return { entries: [...moving, ...staying].map(entryOf), steps: [...edit, ...renames] };
}

/** The lines that differ: a name takes another's place in its line, so that there are as many before as after. */
function linesBetween(before: string, after: string): [before: string, after: string][] {
  const was = before.split('\n');
  return after
    .split('\n')
    .flatMap((line, i): [string, string][] => (line === was[i] ? [] : [[was[i]?.trim() ?? '', line.trim()]]))
    .slice(0, mostLines);
}
