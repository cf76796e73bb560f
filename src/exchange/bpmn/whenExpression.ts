import type { When } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { rangeOf } from '../../procedure/index.ts';

/** Variable of a run that holds the answers: a map from the id of a question to that of an option, or a number. */
export const answersVariable = 'answers';
/** Variable of a run that holds the decision: `granted` or `refused`. */
export const outcomeVariable = 'outcome';

/**
 * A `when` as the condition of a sequence flow, in what the expression language of Java's engines (EL) and
 * JavaScript have in common: `${(answers['activity'] == 'catering' || …) && answers['area'] >= 200}`. Ids of
 * questions stand in quotes, since one may be `no` or hold a hyphen. What no one can judge counts as true, as
 * `judgeWhen` never takes it for no.
 */
export function whenExpression(when: Draft<When>): string {
  const parts = Object.entries(when).flatMap(([id, wanted]) => {
    const answer = `${answersVariable}[${quoted(id)}]`;
    if (Array.isArray(wanted)) {
      const any = wanted.map((option) => `${answer} == ${quoted(String(option))}`);
      return any.length === 0 ? [] : [any.length === 1 ? any[0]! : `(${any.join(' || ')})`];
    }
    const range = rangeOf(wanted);
    if (range === undefined) return [];
    return [
      ...(range.min === -Infinity ? [] : [`${answer} ${range.above ? '>' : '>='} ${range.min}`]),
      ...(range.max === Infinity ? [] : [`${answer} ${range.below ? '<' : '<='} ${range.max}`]),
    ];
  });
  return `\${${parts.length === 0 ? 'true' : parts.join(' && ')}}`;
}

/** The decision as a condition. */
export function outcomeExpression(outcome: 'granted' | 'refused'): string {
  return `\${${outcomeVariable} == '${outcome}'}`;
}

function quoted(text: string): string {
  // Ids hold no quotes; a draft's may, and must not end the literal or the expression.
  return `'${text.replaceAll(/[^A-Za-z0-9._-]/g, '_')}'`;
}
