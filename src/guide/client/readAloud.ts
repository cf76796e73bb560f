/**
 * A button beside large type that reads the page aloud, where the browser has a Chinese voice: its heading and text,
 * a piece at a time, until it is pressed again. Voices are known late: it stands where nothing moves for it, on a phone
 * in the room that the style keeps for it beside large type, at a desk before the first link.
 */
export function addReadAloud(): void {
  const beside = document.querySelector('.big');
  const speech = 'speechSynthesis' in window ? speechSynthesis : undefined;
  if (beside === null || speech === undefined) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'aloud';
  button.dataset['live'] = '';
  const show = (): void => {
    button.textContent = speech.speaking ? '停止' : '朗读';
    button.setAttribute('aria-pressed', String(speech.speaking));
  };
  const offer = (): void => {
    if (button.isConnected || !speech.getVoices().some(({ lang }) => /^(zh|cmn|yue)/i.test(lang))) return;
    show();
    beside.after(button);
  };
  button.addEventListener('click', () => {
    if (speech.speaking) speech.cancel();
    else for (const piece of piecesOfPage()) speech.speak(spoken(piece, show));
    show();
  });
  // A browser goes on reading on the next page.
  addEventListener('pagehide', () => speech.cancel());
  speech.addEventListener('voiceschanged', offer);
  offer();
}

function spoken(piece: string, show: () => void): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(piece);
  utterance.lang = 'zh-CN';
  utterance.addEventListener('end', show);
  utterance.addEventListener('error', show);
  return utterance;
}

/** What is to be read, as it is shown: long texts in pieces, which some browsers stop in the midst of. */
function piecesOfPage(): string[] {
  const text = document.querySelector<HTMLElement>('main')?.innerText ?? '';
  return text.split(/\n+/).filter((piece) => piece.trim() !== '');
}
