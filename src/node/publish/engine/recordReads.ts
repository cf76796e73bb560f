import type { LookupData, Lookups } from '../../../catalogue/index.ts';
import { hashOfJson } from './hashOf.ts';

/**
 * Lookups that note what is asked of them. A page or a check is a function of its own files and of the answers that
 * it got, so where those are what they were, so is the page. Every way in is noted: the questions by their
 * arguments, `data` and `config` by the entry that is read of them.
 */
export interface RecordedLookups {
  lookups: Lookups;
  /** Notes what else is asked of the catalogue: the file at a path, a list of permits. */
  note(question: string): void;
  /** What `work` asks, beside what it gives. Calls do not nest. */
  during<T>(work: () => T): { result: T; reads: number[] };
  /** Numbers of questions given by an earlier build, put beside those of this one. */
  numberOf(question: string): number;
  questions(): readonly string[];
  /** Hash of the answer to `question` as the catalogue is now. */
  answerOf(question: string): string;
}

/** Answers to questions that are no lookups, by the first word of the question. */
export type OtherAnswers = Readonly<Record<string, (rest: string) => unknown>>;

const parted = '\u0001';

/** The same where no other build will ask: nothing is noted. */
export function unrecorded(plain: Lookups): RecordedLookups {
  return {
    lookups: { ...plain, noted: (work) => ({ result: work(), again: () => undefined }) },
    note: () => undefined,
    during: (work) => ({ result: work(), reads: [] }),
    numberOf: nothingNoted,
    questions: () => [],
    answerOf: nothingNoted,
  };
}

function nothingNoted(question: string): never {
  throw new Error(`Nothing is noted here that could be compared: ${question}`);
}

/** Numbers, each once, in the order in which they came: a mark for each is cheaper than a set of them. */
class Numbers {
  #marks = new Uint32Array(1024);
  #round = 0;
  list: number[] = [];

  begin(): void {
    this.#round++;
    this.list = [];
  }

  add(number: number): void {
    if (number >= this.#marks.length) {
      const marks = new Uint32Array(2 * number);
      marks.set(this.#marks);
      this.#marks = marks;
    }
    if (this.#marks[number] === this.#round) return;
    this.#marks[number] = this.#round;
    this.list.push(number);
  }
}

export function recordReads(plain: Lookups, others: OtherAnswers): RecordedLookups {
  const numbers = new Map<string, number>();
  /** One for each piece of work that goes on inside another, from the outermost. */
  const depths: Numbers[] = [];
  let depth = 0;
  let current: Numbers | undefined;
  const numberOf = (question: string): number => {
    let number = numbers.get(question);
    if (number === undefined) numbers.set(question, (number = numbers.size));
    return number;
  };
  const note = (question: string): void => {
    current?.add(numberOf(question));
  };
  /** The same for questions of one kind, which are put together once each. */
  const noter = (name: string): ((rest: string) => void) => {
    const known = new Map<string, number>();
    return (rest) => {
      if (current === undefined) return;
      let number = known.get(rest);
      if (number === undefined) known.set(rest, (number = numberOf(`${name}${parted}${rest}`)));
      current.add(number);
    };
  };
  const entries = <T extends object>(value: T, name: string): T => {
    const noteEntry = noter(name);
    return new Proxy(value, {
      get: (target, key) => {
        if (typeof key === 'string') noteEntry(key);
        return Reflect.get(target, key) as unknown;
      },
      ownKeys: (target) => {
        note(name);
        return Reflect.ownKeys(target);
      },
      has: (target, key) => {
        note(name);
        return Reflect.has(target, key);
      },
    });
  };
  const one = <R>(name: string, ask: (a: string) => R) => {
    const noteOne = noter(name);
    return (a: string): R => {
      noteOne(a);
      return ask(a);
    };
  };
  const two = <R>(name: string, ask: (a: string, b: string) => R) => {
    const noters = new Map<string, (b: string) => void>();
    return (a: string, b: string): R => {
      let noteTwo = noters.get(a);
      if (noteTwo === undefined) noters.set(a, (noteTwo = noter(`${name}${parted}${a}`)));
      noteTwo(b);
      return ask(a, b);
    };
  };
  const during = <T>(work: () => T): { result: T; reads: number[] } => {
    const outer = current;
    const noted = (current = depths[depth] ??= new Numbers());
    depth++;
    noted.begin();
    try {
      return { result: work(), reads: noted.list };
    } finally {
      depth--;
      // What is asked inside is asked outside, too.
      if (outer !== undefined) for (const number of noted.list) outer.add(number);
      current = outer;
    }
  };
  const lookups: Lookups = {
    data: entries(plain.data, 'data'),
    config: entries(plain.config, 'config'),
    // What the files are read by: another shape is another build.
    shape: plain.shape,
    law: one('law', plain.law),
    agency: one('agency', plain.agency),
    agencyFor: two('agencyFor', plain.agencyFor),
    centre: one('centre', plain.centre),
    window: one('window', plain.window),
    itemName: one('itemName', plain.itemName),
    // Each item asks this once, of itself.
    bundlesOf: (item, division) => {
      note(`bundlesOf${parted}${item}${parted}${division}`);
      return plain.bundlesOf(item, division);
    },
    divisionName: one('divisionName', plain.divisionName),
    divisionEn: one('divisionEn', plain.divisionEn),
    divisionChain: one('divisionChain', plain.divisionChain),
    codeLabel: two('codeLabel', plain.codeLabel),
    hasCode: two('hasCode', plain.hasCode),
    retiredCode: two('retiredCode', plain.retiredCode),
    translation: one('translation', plain.translation),
    calendar: () => {
      note('calendar');
      return plain.calendar();
    },
    noted: (work) => {
      const { result, reads } = during(work);
      return {
        result,
        again: () => {
          for (const number of reads) current?.add(number);
        },
      };
    },
  };
  const answerOf = (question: string): string => {
    const [name = '', a = '', b = ''] = question.split(parted);
    const other = others[name];
    if (other !== undefined) return hashOfJson(other(a));
    if (name === 'data')
      return hashOfJson(a === '' ? Object.keys(plain.data) : plain.data[a as keyof LookupData]);
    if (name === 'config') {
      const config: unknown = plain.config;
      return hashOfJson(a === '' ? config : (config as Record<string, unknown>)[a]);
    }
    const ask = plain[name as keyof Lookups];
    // Questions are noted under the names of the functions that answer them.
    return hashOfJson((ask as (a: string, b: string) => unknown)(a, b));
  };
  return {
    lookups,
    note,
    numberOf,
    answerOf,
    questions: () => [...numbers.keys()],
    during,
  };
}
