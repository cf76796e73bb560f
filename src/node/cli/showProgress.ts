import type { Step } from '../publish/index.ts';

const words: Readonly<Record<Step['kind'], string>> = {
  items: '事项 items',
  lists: '列表 lists',
  writing: '换上 putting in place',
};

/** Milliseconds between two words of progress: where nobody looks, a line now and then. */
const [often, seldom] = [200, 10_000];

/** Tells on standard error how far a build is, once it takes longer than a moment. */
export function showProgress(clock: () => number = () => Date.now()): {
  show(step: Step): void;
  end(): void;
} {
  const { isTTY } = process.stderr;
  let last = clock();
  let isShown = false;
  return {
    show: ({ kind, done, all }) => {
      const now = clock();
      if (now - last < (isTTY ? often : seldom)) return;
      last = now;
      isShown = true;
      process.stderr.write(`${isTTY ? '\r\u001b[K' : ''}${words[kind]} ${done}/${all}${isTTY ? '' : '\n'}`);
    },
    end: () => {
      if (isTTY && isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
