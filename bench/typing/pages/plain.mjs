// As many inputs as a form has, and nothing behind them.
const { inputs } = await (await fetch('/setUp.json')).json();
const form = document.createElement('form');
for (let i = 0; i < inputs; i++) {
  const label = document.createElement('label');
  label.style.display = 'block';
  label.append(`字段 ${i + 1}`);
  const input = document.createElement('input');
  input.value = i === Math.floor(inputs / 2) ? '' : `第${i + 1}号`;
  if (i === Math.floor(inputs / 2)) input.dataset.typed = '';
  label.append(input);
  form.append(label);
}
document.querySelector('#app').append(form);
document.body.dataset.ready = '';
