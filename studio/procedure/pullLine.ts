/** What becomes of a pull on the handle of a step. */
export interface Pull {
  /** The pointer has moved there, in pixels of the window. */
  moved(x: number, y: number): void;
  /** It ended on a step. */
  dropped(step: string): void;
  /** It never moved. */
  clicked(): void;
  /** It is over, in whichever way. */
  ended(): void;
}

/** Pixels that a hand moves without meaning to. */
const slack = 5;

/** Follows the pointer that went down on a handle until it is let go. */
export function pullLine(event: PointerEvent, pull: Pull): void {
  event.preventDefault();
  const handle = event.currentTarget as HTMLElement;
  handle.setPointerCapture(event.pointerId);
  const [startX, startY] = [event.clientX, event.clientY];
  let moved = false;
  const move = ({ clientX, clientY }: PointerEvent): void => {
    moved ||= Math.hypot(clientX - startX, clientY - startY) > slack;
    if (moved) pull.moved(clientX, clientY);
  };
  const end = ({ type, clientX, clientY }: PointerEvent): void => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', end);
    handle.removeEventListener('pointercancel', end);
    pull.ended();
    if (type === 'pointercancel') return;
    if (!moved) return pull.clicked();
    const step = document
      .elementFromPoint(clientX, clientY)
      ?.closest('[data-step]')
      ?.getAttribute('data-step');
    if (typeof step === 'string') pull.dropped(step);
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
}
