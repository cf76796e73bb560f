// The script of the sheets: a button that prints.
const button = document.querySelector<HTMLButtonElement>('[data-print]');

if (button !== null) {
  button.dataset['live'] = '';
  button.addEventListener('click', () => print());
}

// The guide may hand over the answers that were given there: #q-activity-canteen,q-agent-self
for (const id of location.hash.slice(1).split(',')) {
  const answer = document.getElementById(id);
  if (answer instanceof HTMLInputElement && answer.type === 'radio') answer.checked = true;
}
