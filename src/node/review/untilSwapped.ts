/** Others moved the ref first at every attempt; nothing was written, and later it goes better. */
export class Contended extends Error {
  override name = 'Contended';
}

/** Attempts at moving a ref that others move too. */
const attempts = 8;

/**
 * Does `attempt` until it gives an answer; `lost` means that another moved the ref first, and it is done again on
 * what stands there now, after a little while of random length so that those who race come apart. `pause` waits so
 * many milliseconds.
 * @throws Contended where others were first every time.
 */
export async function untilSwapped<T>(
  attempt: () => Promise<T | 'lost'>,
  pause: (ms: number) => Promise<unknown>,
): Promise<T> {
  for (let made = 1; ; made++) {
    const answer = await attempt();
    if (answer !== 'lost') return answer;
    if (made === attempts) throw new Contended(`The ref had moved at each of ${attempts} attempts`);
    await pause(Math.random() * Math.min(200, 10 * 2 ** made));
  }
}
