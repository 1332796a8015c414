// The form that changes a todo, the panel that settles a conflict, and how times and fields are told.

import { clearProblem, field, h, showProblem } from './dom.js';
import { same } from './outbox.js';

const DAY_MS = 86_400_000;
const timeOnly = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const dayAndTime = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
const withYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An instant in the words of this time zone. */
export function tellTime(instant, now = new Date()) {
  const date = new Date(instant);
  const midnight = (it) => new Date(it.getFullYear(), it.getMonth(), it.getDate()).getTime();
  const days = Math.round((midnight(date) - midnight(now)) / DAY_MS);
  const word = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days];
  if (word) return `${word}, ${timeOnly.format(date)}`;
  return (date.getFullYear() === now.getFullYear() ? dayAndTime : withYear).format(date);
}

export const isOverdue = (todo) => !todo.completed && todo.due_at !== null && Date.parse(todo.due_at) < Date.now();

/** What a datetime-local control shows for an instant, and back. */
const toLocal = (instant) => {
  if (!instant) return '';
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
const fromLocal = (text) => (text ? new Date(text).toISOString() : null);

const tagsOf = (text) => [...new Set(text.split(',').map((it) => it.trim()).filter(Boolean))];

export const prioritySelect = (value, props = {}, any = '') => h('select', props,
  any && h('option', { value: '', selected: !value }, any),
  ['high', 'normal', 'low'].map((it) => h('option', { value: it, selected: it === value }, it[0].toUpperCase() + it.slice(1))));

/** The controls for due date, priority and tags, which adding and editing share. */
export function detailControls(todo = {}) {
  const due = h('input', { type: 'datetime-local', name: 'due_at', value: toLocal(todo.due_at) });
  const priority = prioritySelect(todo.priority ?? 'normal', { name: 'priority' });
  const tags = h('input', { name: 'tags', value: (todo.tags ?? []).join(', '), autocapitalize: 'none' });
  return {
    elements: h('div', { class: 'columns' },
      field('Due', due, { pointer: '/due_at' }),
      field('Priority', priority, { pointer: '/priority' }),
      field('Tags', tags, { pointer: '/tags', hint: 'separated by commas' })),
    values: () => ({
      // The control knows minutes only: what was not touched keeps its seconds.
      due_at: due.value === toLocal(todo.due_at) ? todo.due_at ?? null : fromLocal(due.value),
      priority: priority.value,
      tags: tagsOf(tags.value),
    }),
    clear: () => { due.value = ''; priority.value = 'normal'; tags.value = ''; },
  };
}

/** A form for a todo. `save` gets only what was changed; Escape cancels. */
export function todoForm(todo, { save, cancel, problem, cancelLabel = 'Cancel' }) {
  const heading = h('input', { name: 'heading', value: todo.heading, required: true, maxlength: 200 });
  const task = h('textarea', { name: 'task', rows: 3, maxlength: 10_000, value: todo.task });
  const details = detailControls(todo);
  const form = h('form', {
    class: 'edit', 'aria-label': `Edit ${todo.heading}`,
    onkeydown: (event) => { if (event.key === 'Escape') cancel(); },
    onsubmit: (event) => {
      event.preventDefault();
      clearProblem(form);
      const patch = { heading: heading.value.trim(), task: task.value, ...details.values() };
      for (const name of Object.keys(patch)) if (same(patch[name], todo[name])) delete patch[name];
      save(patch);
    },
  },
  field('Heading', heading, { pointer: '/heading' }),
  field('Notes', task, { pointer: '/task' }),
  details.elements,
  h('div', { class: 'row' },
    h('button', { class: 'primary' }, 'Save'),
    h('button', { type: 'button', onclick: () => cancel() }, cancelLabel)));
  if (problem) queueMicrotask(() => showProblem(form, problem));
  return form;
}

const LABELS = { heading: 'Heading', task: 'Notes', completed: 'Done', due_at: 'Due', priority: 'Priority', tags: 'Tags' };

function tell(name, value) {
  if (name === 'due_at') return value ? tellTime(value) : 'none';
  if (name === 'completed') return value ? 'yes' : 'no';
  if (name === 'tags') return value.length ? value.join(', ') : 'none';
  return value || 'empty';
}

/** Shows both sides of a conflict and what can be done about it. */
export function conflictPanel({ operation, mine, keep, take, edit }) {
  const { theirs, kind, base } = operation;
  const label = `Conflict: ${mine.heading}`;
  const button = (text, run, props = {}) => h('button', { type: 'button', onclick: run, ...props }, text);
  if (!theirs) {
    return panel(label, 'This was deleted elsewhere while you changed it.', null,
      button('Keep mine as a new todo', keep, { class: 'primary' }), button('Let it go', take));
  }
  if (kind === 'delete') {
    const changed = Object.keys(LABELS).filter((name) => !same(base[name], theirs[name]));
    return panel(label, 'This was changed elsewhere before your delete arrived.',
      table(changed.map((name) => [name, base[name], theirs[name]]), 'When you deleted it', 'Now'),
      button('Delete it anyway', keep, { class: 'danger' }), button('Keep it', take));
  }
  const names = Object.keys(operation.patch).filter((name) => !same(operation.patch[name], theirs[name]));
  return panel(label, 'This was changed elsewhere at the same time.',
    table(names.map((name) => [name, operation.patch[name], theirs[name]]), 'Mine', 'Theirs'),
    button('Keep mine', keep, { class: 'primary' }), button('Take theirs', take), button('Edit…', edit));
}

const panel = (label, text, differences, ...buttons) => h('div', { class: 'conflict', role: 'group', 'aria-label': label },
  h('p', {}, h('strong', {}, 'Conflict. '), text), differences, h('div', { class: 'row' }, buttons));

const table = (rows, left, right) => h('table', {},
  h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Field'), h('th', { scope: 'col' }, left), h('th', { scope: 'col' }, right))),
  h('tbody', {}, rows.map(([name, a, b]) => h('tr', {},
    h('th', { scope: 'row' }, LABELS[name]), h('td', {}, tell(name, a)), h('td', {}, tell(name, b))))));
