import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { guideView } from './index.ts';
import { calendarFile, type Renewal } from './renewalCalendar.ts';

const renewal: Renewal = {
  licence: '食品经营许可证，正本；副本',
  before: { value: 15, unit: 'working-days' },
  validity: { value: 5, unit: 'years' },
  from: '2025-03-01',
  uid: '511500/food@guicheng',
};
const eventOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
};

describe('the calendar file of a renewal', () => {
  it('has the day on which one has to apply, as a calendar program reads it', () => {
    const event = eventOf(calendarFile(renewal, { calendar: undefined })!);
    // Issued on 2025-03-01 it ends on 2030-02-28, a Thursday; 15 working days before, without holidays, a Thursday.
    expect(event.startDate.toString()).toBe('2030-02-07');
    expect(event.startDate.isDate).toBe(true);
    expect(event.summary).toBe('最迟今天申请延续：食品经营许可证，正本；副本');
    expect(event.description).toContain('假定 2025-03-01 发证');
    const own = eventOf(calendarFile(renewal, { expires: '2026-02-28', calendar: undefined })!);
    expect(own.startDate.toString()).toBe('2026-02-09');
    expect(own.description).toContain('到 2026-02-28 届满');
    expect(calendarFile(renewal, { expires: 'soon', calendar: undefined })).toBeUndefined();
  });

  it('is written as the standard asks: CRLF, lines of at most 75 octets', () => {
    const text = calendarFile({ ...renewal, licence: '证'.repeat(60) }, { calendar: undefined })!;
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(eventOf(text).summary).toContain('证'.repeat(60));
  });

  it('is there for every guide of the sample whose licence ends and can be renewed', async () => {
    const { guides, lookups } = await sampleCatalogue();
    const calendar = lookups.calendar();
    let made = 0;
    for (const guide of guides) {
      const view = guideView(guide, lookups);
      const { validity, renewal: said } = guide.item.result ?? {};
      expect(view.renewal !== undefined, guide.id).toBe(
        validity?.value !== undefined && said?.before !== undefined,
      );
      if (view.renewal === undefined) continue;
      made++;
      expect(eventOf(calendarFile(view.renewal, { calendar })!).uid).toBe(`${guide.division}/${guide.id}`);
    }
    expect(made).toBeGreaterThan(30);
  });
});
