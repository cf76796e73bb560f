import type { ObjectionFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import type { Owner } from '../model/owner.ts';
import type { Source } from './types.ts';

/**
 * Whose an objection is from `was` to `is`. Anybody of the division raises it; only whose the base is answers; and
 * what was answered stays, question and all. Where nothing changes yet, or the text cannot be read, either may write.
 */
export function objectionOwners(
  {
    was,
    is,
    isRemoved,
  }: { was: Source<unknown> | undefined; is: Source<unknown> | undefined; isRemoved: boolean },
  { raiser, answerer }: { raiser: Owner; answerer: (item: string) => Owner },
): Owner[] {
  const [old, now] = [was, is].map((source) => source?.value as Draft<ObjectionFile> | undefined);
  const owner = answerer(old?.item ?? now?.item ?? '');
  if (old === undefined) return [raiser, ...(now?.answer === undefined ? [] : [owner])];
  const isAnswered = old.answer !== undefined;
  if (isRemoved)
    return isAnswered
      ? [stays('已经答复的异议要留存，不能删除。', 'An answered objection is kept and cannot be removed.')]
      : [raiser];
  if (now === undefined) return [{ kind: 'either', of: [raiser, owner] }];
  const asksElse = questionOf(now) !== questionOf(old);
  const answersElse = JSON.stringify(now.answer) !== JSON.stringify(old.answer);
  if (isAnswered && asksElse)
    return [
      stays(
        '已经答复的异议不能再改。有新的意见，请另提一份。',
        'An answered objection cannot be changed. File another for anything new.',
      ),
    ];
  if (isAnswered && now.answer === undefined)
    return [stays('答复要留存，不能删去。', 'An answer is kept and cannot be taken out.')];
  const owners = [...(asksElse ? [raiser] : []), ...(answersElse ? [owner] : [])];
  return owners.length > 0 ? owners : [{ kind: 'either', of: [raiser, owner] }];
}

function questionOf({ answer: _answer, ...question }: Draft<ObjectionFile>): string {
  return JSON.stringify(question);
}

function stays(reason: string, reasonEn: string): Owner {
  return { kind: 'nobody', reason, reasonEn };
}
