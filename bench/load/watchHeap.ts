/** How often the server is asked, and over how long a stretch the least counts. */
const askMs = 2000;
const stretchSeconds = 60;

/**
 * Watches what the server at `url` says of its heap, until it is ended. A collector that has room lets garbage lie, so
 * the least in each minute is told: what was in use after a collection, more or less.
 */
export function watchHeap(url: string): { end(): Promise<Record<string, number[]>> } {
  const began = performance.now();
  const least: number[] = [];
  const over = new AbortController();
  const asking = (async () => {
    while (!over.signal.aborted) {
      const text = await (await fetch(`${url}/metrics`)).text();
      const mib = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]) / 2 ** 20;
      const stretch = Math.floor((performance.now() - began) / 1000 / stretchSeconds);
      least[stretch] = Math.min(least[stretch] ?? Infinity, mib);
      await new Promise((resolve) => setTimeout(resolve, askMs));
    }
  })();
  return {
    async end() {
      over.abort();
      await asking;
      return { heapMiBByMinute: least.map((mib) => Math.round(mib)) };
    },
  };
}
