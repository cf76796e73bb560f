// The script of the pages of guides. They are whole without it; it reckons on the device and sends nothing.
import { addReckoner } from './reckoner.ts';
import { addReminder } from './reminder.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-due]')) addReckoner(place);
for (const place of document.querySelectorAll<HTMLElement>('[data-renewal]')) addReminder(place);
