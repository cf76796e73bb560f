// For runs against a real server: somebody at a browser, asking over a socket.
import type { Session } from '../src/api/index.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What came back, and after how many milliseconds. */
export interface Heard<T> {
  status: number;
  body: T;
  ms: number;
}

export interface Asking {
  /** A text is sent as one, anything else as JSON. */
  body?: string | object;
  headers?: Readonly<Record<string, string>>;
}

/** A person in a session of one server. */
export class StudioClient {
  readonly #url: string;
  readonly #credentials: { user: string; password: string };
  #session: Promise<{ cookie: string; csrf: string }> | undefined;

  constructor(url: string, credentials: { user: string; password: string }) {
    this.#url = url;
    this.#credentials = credentials;
  }

  /** Asks, and signs in before where that was not done or is not known any more. @throws what `fetch` does. */
  async ask<T>(method: Method, path: string, asking: Asking = {}): Promise<Heard<T>> {
    const isAnew = this.#session === undefined;
    const heard = await this.#send<T>(method, path, asking);
    if (heard.status !== 401 || isAnew) return heard;
    this.#session = undefined;
    return this.#send(method, path, asking);
  }

  async #send<T>(method: Method, path: string, { body, headers }: Asking): Promise<Heard<T>> {
    const { cookie, csrf } = await this.signIn();
    const from = performance.now();
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        cookie,
        'x-csrf-token': csrf,
        ...(body !== undefined && {
          'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
        }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const ms = performance.now() - from;
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T, ms };
  }

  /** Signs in, once. */
  signIn(): Promise<{ cookie: string; csrf: string }> {
    this.#session ??= this.#begin().catch((error: unknown) => {
      this.#session = undefined;
      throw error;
    });
    return this.#session;
  }

  async #begin(): Promise<{ cookie: string; csrf: string }> {
    const answer = await fetch(`${this.#url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.#credentials),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!answer.ok || cookie === undefined)
      throw new Error(`${this.#credentials.user} was not signed in: ${answer.status} ${await answer.text()}`);
    return { cookie, csrf: ((await answer.json()) as Session).csrf };
  }
}

/** The headers of a write to a draft: what it builds on, and the name under which it is done once. */
export function preconditions(tip: string, operation: string): Record<string, string> {
  return { 'if-match': `"${tip}"`, 'x-operation-id': operation };
}
