import { ulid } from 'ulid';
import type { Random } from '../random.ts';
import { files, itemText, type Name } from './openStore.ts';
import type { Answer, Request } from './request.ts';

/**
 * What a group of people does one thing after another: begins a draft, saves, submits, signs twice, takes it into
 * main, publishes, and begins the next. A request that was not answered is made again as it was.
 */
export class Author {
  readonly #random: Random;
  readonly #name: string;
  #draft: { id: string; tip: string; path: string } | undefined;
  #left: Step[] = [];
  #live: string | undefined;
  #main: string | undefined;
  #pending: Request | undefined;

  constructor(random: Random, name: string) {
    this.#random = random;
    this.#name = name;
  }

  /** The next request, or the one whose answer has not come. */
  next(): Request {
    return (this.#pending ??= this.#make());
  }

  /** Takes the answer to the request that is open. */
  answered(answer: Answer): void {
    const request = this.#pending;
    if (request === undefined) throw new Error('Nothing was asked');
    this.#pending = undefined;
    if (answer.kind === 'refused') return this.#refused(request, answer);
    switch (request.kind) {
      case 'create':
        this.#draft = { id: request.operation, tip: answer.oid, path: this.#random.one(files) };
        this.#left = [
          ...Array.from({ length: 1 + this.#random.below(4) }, (): Step => 'save'),
          'submit',
          'review',
          'law',
          'merge',
          'publish',
        ];
        return;
      case 'save':
      case 'act':
        if (this.#draft !== undefined) this.#draft.tip = answer.oid;
        break;
      case 'merge':
        this.#main = answer.oid;
        break;
      case 'publish':
        this.#live = answer.oid;
        this.#draft = undefined;
        break;
    }
    this.#left.shift();
  }

  #refused(request: Request, { head }: Extract<Answer, { kind: 'refused' }>): void {
    // Others were first: a publish goes on what is live now, and a draft that main has passed by is let go.
    if (request.kind === 'publish') this.#live = head;
    else this.#draft = undefined;
  }

  #make(): Request {
    const operation = ulid();
    const draft = this.#draft;
    if (draft === undefined)
      return { kind: 'create', who: 'drafter', operation, title: `${this.#name} ${operation}` };
    const { id, tip: ifMatch } = draft;
    const act = (who: Name, deed: Extract<Request, { kind: 'act' }>['deed']): Request => ({
      kind: 'act',
      who,
      operation,
      draft: id,
      deed,
      ifMatch,
    });
    switch (this.#left[0]!) {
      case 'save': {
        const content = itemText(draft.path.at(-6)!).replace(
          '初',
          `${this.#name} ${this.#random.below(1e9)}`,
        );
        return { kind: 'save', who: 'drafter', operation, draft: id, path: draft.path, content, ifMatch };
      }
      case 'submit':
        return act('drafter', { kind: 'submit' });
      case 'review':
        return act('reviewer', { kind: 'approve', role: 'reviewer' });
      case 'law':
        return act('legal', { kind: 'approve', role: 'legal' });
      case 'merge':
        return { kind: 'merge', who: 'legal', operation, draft: id };
      case 'publish':
        return { kind: 'publish', who: 'administrator', operation, main: this.#main!, onto: this.#live };
    }
  }
}

type Step = 'save' | 'submit' | 'review' | 'law' | 'merge' | 'publish';
