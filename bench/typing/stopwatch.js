// Runs in every page that is measured: how long from a key to the paint in which it shows, and to the paint in which
// its error has come or gone. Times count from when the browser got the key.
{
  let pending;

  /** The time at which what this frame draws has been painted: a task asked for in a frame is run behind its paint. */
  function painted() {
    return scheduler.postTask(() => performance.now(), { priority: 'user-blocking' });
  }

  /** Looks in every frame until all of `mine` is told, or another key is waited for. */
  function watch(mine) {
    if (mine !== pending) return;
    if (mine.start !== undefined) {
      if (mine.echo === undefined && mine.isEchoed())
        mine.echo = painted().then((at) => mine.tellEcho(at - mine.start));
      if (mine.shown === undefined && mine.isShown())
        mine.shown = painted().then((at) => mine.tellShown(at - mine.start));
    }
    if (mine.echo === undefined || mine.shown === undefined) requestAnimationFrame(() => watch(mine));
  }

  addEventListener(
    'keydown',
    (event) => {
      if (pending !== undefined) pending.start ??= event.timeStamp;
    },
    true,
  );

  window.stopwatch = {
    /**
     * The next key is waited for. Its echo is `value` in the element that has the focus; its error is there (`wrong`)
     * or not when there is an element of the selector `error`.
     */
    arm({ value, wrong, error }) {
      const mine = {
        isEchoed: () => value === undefined || document.activeElement.value === value,
        isShown: () => (document.querySelector(error) !== null) === wrong,
      };
      mine.echoed = new Promise((resolve) => (mine.tellEcho = resolve));
      mine.whole = new Promise((resolve) => (mine.tellShown = resolve));
      pending = mine;
      requestAnimationFrame(() => watch(mine));
    },
    /** Milliseconds to the echo of the key. */
    echo: () => pending.echoed,
    /** Milliseconds to its error. */
    shown: () => pending.whole,
    /** When this page first showed all of `selectors`, counted from its navigation. */
    opened: (selectors) =>
      new Promise((resolve) => {
        const look = () => {
          if (selectors.every((one) => document.querySelector(one) !== null)) void painted().then(resolve);
          else requestAnimationFrame(look);
        };
        look();
      }),
  };
}
