/**
 * Beside the heading, on paper alone, the code that leads to the version that is read. On a desk it is fetched when all else
 * is there: a browser that prints does not wait for pictures.
 */
export function bringCode(): void {
  const heading = document.querySelector('h1');
  if (
    document.querySelector('[data-code]') === null ||
    heading === null ||
    !matchMedia('(min-width:48em)').matches
  )
    return;
  addEventListener('load', () => {
    const code = new Image();
    code.className = 'paper';
    code.alt = '二维码：这份指南的永久版本';
    // The note on paper stands in the corner of the sheet, the code in the text.
    code.style.position = 'static';
    code.style.float = 'right';
    code.style.width = '25mm';
    code.addEventListener('load', () => heading.before(code));
    code.src = location.pathname.replace(/\.html$/, '/code.svg');
  });
}
