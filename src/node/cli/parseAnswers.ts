import { UsageError } from './exit.ts';

/** For commander: an option that may be given again and again. */
export function collected(one: string, all: string[]): string[] {
  return [...all, one];
}

/**
 * `--answer Q=O …` as a map of question to answer.
 * @throws UsageError where one has no question or no `=`.
 */
export function parseAnswers(answers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    answers.map((answer) => {
      const at = answer.indexOf('=');
      if (at < 1)
        throw new UsageError(`“${answer}”应写成 问题=回答。`, `Write "${answer}" as QUESTION=ANSWER.`);
      return [answer.slice(0, at), answer.slice(at + 1)];
    }),
  );
}
