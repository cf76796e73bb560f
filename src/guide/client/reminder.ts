import { calendarFile, type Renewal } from '../renewalCalendar.ts';
import { dayField, siteCalendar } from './siteCalendar.ts';

/** Beside the calendar file: the day on which one's own licence ends, and the same file for that day. */
export function addReminder(place: HTMLElement): void {
  const link = place.querySelector('a');
  if (link === null) return;
  const renewal = JSON.parse(place.dataset['renewal'] ?? '') as Renewal;
  const block = document.createElement('div');
  block.dataset['live'] = '';
  const own = document.createElement('a');
  own.textContent = '下载我的到期提醒';
  own.download = link.href.slice(link.href.lastIndexOf('/') + 1);
  block.append(
    dayField({ zh: '我的证哪天到期', en: 'My licence ends on' }, '', (day) => {
      const text = calendarFile(renewal, { expires: day, page: location.href, calendar: siteCalendar() });
      if (text === undefined) return own.remove();
      URL.revokeObjectURL(own.href);
      own.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
      block.append(own);
    }),
  );
  place.append(block);
}
