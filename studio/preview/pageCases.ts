/** A question that a guide asks, with its answers; the empty one shows all. */
export interface PageCase {
  name: string;
  text: string;
  answers: { value: string; text: string }[];
}

/** The questions of the page that narrow it to a case, as the reader sees them. */
export function casesOf(page: Document): PageCase[] {
  return [...page.querySelectorAll('#questions fieldset')].flatMap((set) => {
    const radios = [...set.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const name = radios[0]?.name;
    if (name === undefined) return [];
    const answers = radios.map((radio) => ({ value: radio.value, text: wordsOf(radio.closest('label')) }));
    return [{ name, text: wordsOf(set.querySelector('legend')), answers }];
  });
}

/** Gives the page `answers`, by the names of its questions; a question without one shows all. */
export function answerCases(page: Document, answers: Readonly<Record<string, string>>): void {
  for (const radio of page.querySelectorAll<HTMLInputElement>('#questions input[type=radio]'))
    radio.checked = radio.value === (answers[radio.name] ?? '');
}

function wordsOf(part: Element | null): string {
  return part?.textContent.trim() ?? '';
}
