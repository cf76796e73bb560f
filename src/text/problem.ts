import type { Diagnostic } from '../model/diagnostic.ts';
import { rangeOf } from './lines.ts';

/** What is wrong and what to do, Chinese first; `code` without the part `text/`. */
export interface Complaint {
  code: string;
  message: string;
  messageEn: string;
}

/** Where a complaint points: a file, the starts of its lines and a stretch of its text. */
export interface Place {
  file: string;
  starts: readonly number[];
  from: number;
  to: number;
}

/** The complaint as the diagnostic that everything downstream shows. Reading has errors only. */
export function problem(complaint: Complaint, { file, starts, from, to }: Place): Diagnostic {
  return {
    code: `text/${complaint.code}`,
    severity: 'error',
    message: complaint.message,
    messageEn: complaint.messageEn,
    file,
    path: [],
    range: rangeOf(starts, from, to),
    cites: [],
  };
}
