/** Why the server does not start, and what whoever starts it can do; no fault of the program. */
export class StartProblem extends Error {
  override name = 'StartProblem';
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
    this.en = en;
  }
}
