import type { Words } from '../../src/model/schemas.ts';
import type { StepCard } from './stepCards.ts';
import { many } from '../i18n/many.ts';

/** What the drawing shows of a step beside the words in its box, for who cannot see it: …，在关键路径上，之后：审查. */
export function spokenRest(card: StepCard, nameOf: (id: string) => string): Words {
  const parts: Words[] = [];
  if (card.critical) parts.push({ zh: '在关键路径上', en: 'on the critical path' });
  if (card.when !== undefined) parts.push({ zh: `仅限${card.when.zh}`, en: `only for ${card.when.en}` });
  const count = card.findings.length;
  if (count > 0) parts.push({ zh: `${count} 个问题`, en: many(count, 'finding') });
  const next = card.followers.map(nameOf);
  parts.push(
    next.length === 0
      ? { zh: '之后没有环节', en: 'nothing after it' }
      : { zh: `之后：${next.join('、')}`, en: `then: ${next.join(', ')}` },
  );
  return {
    zh: `，${parts.map(({ zh }) => zh).join('，')}`,
    en: `, ${parts.map(({ en }) => en).join(', ')}`,
  };
}
