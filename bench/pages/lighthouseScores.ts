import { fileURLToPath } from 'node:url';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export interface Judgement {
  version: string;
  /** 0 to 100, of what was judged. */
  scores: Partial<Record<Category, number>>;
  /** Audits that cost something, in words. */
  lost: string[];
}

interface Result {
  lhr: {
    lighthouseVersion: string;
    categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
  };
}

/**
 * What Lighthouse says of a page as a phone sees it, in a Chromium that listens on `port`. What search engines are asked
 * to leave out (`isUnlisted`) is not judged for them.
 */
export async function lighthouseScores(
  url: string,
  port: number,
  { isUnlisted }: { isUnlisted: boolean },
): Promise<Judgement> {
  const judged = categories.filter((name) => !isUnlisted || name !== 'seo');
  const entry = fileURLToPath(new URL('../peers/node_modules/lighthouse/core/index.js', import.meta.url));
  const { default: lighthouse } = (await import(entry)) as {
    default(url: string, flags: object): Promise<Result | undefined>;
  };
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: judged,
  });
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
  const { lhr } = result;
  return {
    version: lhr.lighthouseVersion,
    scores: Object.fromEntries(
      judged.map((name) => [name, Math.round((lhr.categories[name].score ?? 0) * 100)]),
    ),
    lost: judged.flatMap((name) =>
      lhr.categories[name].auditRefs.flatMap(({ id, weight }) => {
        const audit = lhr.audits[id];
        if (weight === 0 || audit === undefined || audit.score === null || audit.score === 1) return [];
        return [`${id} ${audit.score} ${audit.displayValue ?? audit.title}`];
      }),
    ),
  };
}
