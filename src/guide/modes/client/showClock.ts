/** Shows the time of day in every place for it, and goes on showing it. */
export function showClock(): void {
  const places = document.querySelectorAll('[data-clock]');
  const format = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const show = (): void => {
    for (const place of places) place.textContent = format.format(new Date());
  };
  show();
  setInterval(show, 5000);
}
