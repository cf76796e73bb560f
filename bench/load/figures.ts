import { quantile } from '../../tests/faults/quantile.ts';
import type { Heard } from '../../tests/studioClient.ts';

/** What all the people of a run waited for. */
export class Figures {
  readonly #times = new Map<string, number[]>();
  readonly errors: string[] = [];
  /** Told that somebody else was first, or has changed who must sign: no fault, and nothing lost. */
  conflicts = 0;
  #isCounting = false;

  /** From now on it counts. */
  begin(): void {
    this.#isCounting = true;
  }

  /** Waits for an answer and notes it; `undefined` where it was none that can be gone on with. */
  async note<T>(kind: string, asked: Promise<Heard<T>>): Promise<T | undefined> {
    let heard: Heard<T>;
    try {
      heard = await asked;
    } catch (error) {
      this.errors.push(`${kind}: ${String(error)}`);
      return undefined;
    }
    if (this.#isCounting) this.#times.set(kind, [...(this.#times.get(kind) ?? []), heard.ms]);
    if (heard.status < 300) return heard.body;
    const { kind: why } = (heard.body ?? {}) as { kind?: unknown };
    if (heard.status === 409 || (kind === 'approve' && why === 'refused')) this.conflicts++;
    else this.errors.push(`${kind}: ${heard.status} ${JSON.stringify(heard.body).slice(0, 300)}`);
    return undefined;
  }

  get count(): number {
    return [...this.#times.values()].reduce((sum, times) => sum + times.length, 0);
  }

  kinds(): Record<
    string,
    { count: number; p50Ms: number | null; p95Ms: number | null; maxMs: number | null }
  > {
    return Object.fromEntries(
      [...this.#times].map(([kind, times]) => [
        kind,
        {
          count: times.length,
          p50Ms: quantile(times, 0.5),
          p95Ms: quantile(times, 0.95),
          maxMs: quantile(times, 1),
        },
      ]),
    );
  }

  rows(): Record<string, string | number>[] {
    return Object.entries(this.kinds()).map(([request, { count, p50Ms, p95Ms, maxMs }]) => ({
      request,
      count,
      'p50 ms': p50Ms ?? '-',
      'p95 ms': p95Ms ?? '-',
      'max ms': maxMs ?? '-',
    }));
  }
}
