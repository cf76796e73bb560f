// The script of all pages. They are whole without it; it remembers and reckons on the device and sends nothing.
import { keepOffline } from '../modes/client/offline.ts';
import { bringCode } from './bringCode.ts';
import { keepLargeType } from './largeType.ts';
import { addReadAloud } from './readAloud.ts';
import { addReckoner } from './reckoner.ts';
import { addReminder } from './reminder.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-due]')) addReckoner(place);
for (const place of document.querySelectorAll<HTMLElement>('[data-renewal]')) addReminder(place);
keepLargeType();
addReadAloud();
bringCode();
void keepOffline();
