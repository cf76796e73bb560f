import { dueWords, readDue } from '../dueWords.ts';
import { dayField, siteCalendar, today } from './siteCalendar.ts';

/** Under the rule of a guide's limits: a day to choose, and until when it is settled if it is accepted then. */
export function addReckoner(place: HTMLElement): void {
  const limits = readDue(place.dataset['due'] ?? '');
  const answer = document.createElement('output');
  const show = (day: string): void => {
    answer.textContent = day === '' ? '' : dueWords(day, limits, siteCalendar());
  };
  const block = document.createElement('div');
  block.dataset['live'] = '';
  const now = today();
  block.append(dayField({ zh: '如果这天受理', en: 'If accepted on' }, now, show), answer);
  place.append(block);
  show(now);
}
