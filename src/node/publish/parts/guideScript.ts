// oxlint-disable-next-line import/default -- the build makes this module of the script: see vite.config.ts
import script from '../../../guide/client/guide.ts?script';
import { lineDigest } from './lineDigest.ts';
import { setPart } from './sitePart.ts';

/** How many years of holidays the script carries: nobody applies in the past. */
const yearsCarried = 3;

/** What the pages of guides reckon with on the device: the script, and the last years of the calendar before it. */
export const guideScript = setPart({
  name: 'script',
  digest: lineDigest,
  files: (_, { lookups }) => {
    const calendar = lookups.calendar();
    const carried = calendar && { ...calendar, years: calendar.years.slice(-yearsCarried) };
    return [
      {
        path: 'guide.js',
        of: [],
        also: carried,
        make: () => `var guichengCalendar=${JSON.stringify(carried) ?? 'undefined'};\n${script}`,
      },
    ];
  },
});
