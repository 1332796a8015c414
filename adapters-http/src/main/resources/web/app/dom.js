// Small things that every view needs to make elements and to tell people what happens.

/** Makes an element: properties, `on…` listeners and attributes, then children. Text is never HTML. */
export function h(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class') element.className = value;
    else if (['value', 'checked', 'disabled', 'hidden', 'open', 'selected'].includes(key)) element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(9).filter((it) => it !== null && it !== undefined && it !== false));
  return element;
}

export const $ = (selector, within = document) => within.querySelector(selector);

/** Says something to screen readers without moving the focus. */
export function announce(text) {
  const live = $('#live');
  live.textContent = '';
  // A region that says the same twice is only read again when it was empty in between.
  requestAnimationFrame(() => { live.textContent = text; });
}

/** Shows a message for a while, with an action to take it back if there is one. */
export function toast(text, { action, run, seconds = 6 } = {}) {
  const close = () => {
    clearTimeout(timer);
    const hadFocus = box.contains(document.activeElement);
    box.remove();
    if (hadFocus) ($('#new-heading') ?? $('#main')).focus();
  };
  const button = action && h('button', { type: 'button', onclick: () => { close(); run(); } }, action);
  const box = h('div', { class: 'toast' }, h('span', {}, text), button,
    h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss', onclick: () => close() }, '✕'));
  const timer = setTimeout(close, seconds * 1000);
  $('#toasts').append(box);
  announce(text);
  return { close, button };
}

/** Asks before something that cannot be undone; resolves to whether it is wanted. */
export function confirm(title, text, action) {
  return new Promise((resolve) => {
    const dialog = h('dialog', { 'aria-labelledby': 'confirm-title', onclose: () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    } },
    h('form', { method: 'dialog' },
      h('h2', { id: 'confirm-title' }, title),
      h('p', {}, text),
      h('div', { class: 'row end' },
        h('button', { value: 'no', autofocus: true }, 'Cancel'),
        h('button', { value: 'yes', class: 'danger' }, action))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

let ids = 0;

/** A labelled control with room for what is wrong with it; `pointer` is how a problem names it. */
export function field(label, control, { pointer, hint } = {}) {
  const id = control.id || `f${++ids}`;
  control.id = id;
  const describedBy = [`${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  control.setAttribute('aria-describedby', describedBy);
  return h('div', { class: 'field', 'data-pointer': pointer },
    h('label', { for: id }, label),
    control,
    hint && h('small', { id: `${id}-hint` }, hint),
    h('p', { class: 'error', id: `${id}-error`, hidden: true }));
}

/** Shows a problem in a form: beside the fields it points at, and above them what is left. */
export function showProblem(form, problem) {
  clearProblem(form);
  const unplaced = [];
  for (const { pointer = '', parameter, detail } of problem.errors ?? []) {
    const name = parameter ? `/${parameter}` : `/${pointer.split('/')[1] ?? ''}`;
    const place = $(`[data-pointer="${CSS.escape(name)}"]`, form);
    if (!place) {
      unplaced.push(detail);
      continue;
    }
    const error = $('.error', place);
    const label = $('label', place).textContent;
    error.textContent = [error.textContent, `${label} ${detail}`].filter(Boolean).join('; ');
    error.hidden = false;
    $('input,textarea,select', place).setAttribute('aria-invalid', 'true');
  }
  const placed = (problem.errors ?? []).length > unplaced.length;
  if (!placed || unplaced.length) {
    const text = unplaced.length ? unplaced.join('; ') : problem.message;
    const notice = h('p', { class: 'notice bad', role: 'alert' }, text);
    const title = $('h1,h2', form);
    if (title) title.after(notice);
    else form.prepend(notice);
  }
  ($('[aria-invalid]', form) ?? $('input', form))?.focus();
}

export function clearProblem(form) {
  form.querySelectorAll('.notice.bad').forEach((it) => it.remove());
  form.querySelectorAll('.error').forEach((it) => { it.hidden = true; it.textContent = ''; });
  form.querySelectorAll('[aria-invalid]').forEach((it) => it.removeAttribute('aria-invalid'));
}

/** Runs what a form sends: no second time while it runs, and its problem is shown where it belongs. */
export function submitting(form, run) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.getAttribute('aria-busy')) return;
    clearProblem(form);
    form.setAttribute('aria-busy', 'true');
    try {
      await run(event);
    } catch (problem) {
      showProblem(form, problem);
    } finally {
      form.removeAttribute('aria-busy');
    }
  });
  return form;
}

/** Replaces the view and moves the focus to its heading, as a page load would. */
export function show(title, ...content) {
  document.title = `${title} · Honeydo`;
  const main = $('#main');
  main.replaceChildren(...content.flat(9).filter(Boolean));
  const heading = $('h1', main);
  heading.tabIndex = -1;
  return heading;
}
