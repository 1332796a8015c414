// The view of the todos: quick add, filters, and a row for each.

import { call } from './api.js';
import { $, announce, confirm, field, h, show, toast } from './dom.js';
import { NO_FILTERS } from './todos.js';
import { conflictPanel, detailControls, isOverdue, prioritySelect, tellTime, todoForm } from './todo-form.js';

const STATUSES = { open: 'Open', overdue: 'Overdue', completed: 'Completed', all: 'All' };
const SORTS = {
  '-created_at': 'Newest first', created_at: 'Oldest first', due_at: 'Due soonest', '-priority': 'Most important',
  heading: 'By heading', '-updated_at': 'Last changed',
};

export class TodoList {
  #rows = new Map();
  #editing = new Set();
  #pending = 0;
  #parts;

  constructor(todos, outbox) {
    this.todos = todos;
    this.outbox = outbox;
    todos.addEventListener('change', () => this.#later());
    // What was due a minute ago may be overdue now.
    setInterval(() => this.#later(), 60_000);
  }

  /** Shows the view with the filters that the address names. */
  open(parameters) {
    const filters = { ...NO_FILTERS };
    for (const name of Object.keys(filters)) filters[name] = parameters.get(name) ?? filters[name];
    if (!(filters.status in STATUSES)) filters.status = 'open';
    if (!(filters.sort in SORTS)) filters.sort = NO_FILTERS.sort;
    const same = JSON.stringify(filters) === JSON.stringify(this.todos.filters);
    const heading = this.#parts?.list.isConnected ? null : this.#build(filters);
    this.#showFilters(filters);
    if (!same || this.todos.state !== 'loaded') this.todos.choose(filters);
    this.#render();
    return heading;
  }

  #build(filters) {
    const list = h('ul', { class: 'todos', id: 'todos' });
    const state = h('div', { class: 'state' });
    const more = h('button', { type: 'button', class: 'more', hidden: true, onclick: () => this.#more() }, 'Show more');
    const tabs = h('div', { class: 'tabs', role: 'group', 'aria-label': 'Which todos' });
    const search = h('input', { type: 'search', id: 'search', name: 'q', placeholder: 'Search', 'aria-label': 'Search', maxlength: 200, value: filters.q });
    const priority = prioritySelect(filters.priority, { 'aria-label': 'Priority', onchange: () => this.#go({ priority: priority.value }) }, 'Any priority');
    const sort = h('select', { 'aria-label': 'Sort', onchange: () => this.#go({ sort: sort.value }) },
      Object.entries(SORTS).map(([value, text]) => h('option', { value }, text)));
    const tag = h('div', { class: 'chosen' });
    let timer;
    search.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#go({ q: search.value }), 180);
    });
    const clear = h('button', { type: 'button', class: 'quiet', hidden: true, onclick: () => this.#deleteCompleted() }, 'Delete all completed');
    this.#parts = { list, state, more, tabs, search, priority, sort, tag, clear };
    this.#rows.clear();
    return show('Todos',
      h('h1', {}, 'Todos'),
      this.#quickAdd(),
      h('section', { class: 'filters', 'aria-label': 'Search and filters' },
        tabs, h('div', { class: 'row' }, h('form', { role: 'search', onsubmit: (it) => it.preventDefault() }, search), priority, sort), tag),
      state, list, more, clear);
  }

  #quickAdd() {
    const heading = h('input', { id: 'new-heading', name: 'heading', placeholder: 'What is to be done?', 'aria-label': 'New todo', maxlength: 200, required: true, autocomplete: 'off', enterkeyhint: 'done' });
    const details = detailControls();
    const disclosure = h('details', {}, h('summary', {}, 'Due date, priority, tags'), details.elements);
    return h('form', { class: 'add', 'aria-label': 'Add a todo', onsubmit: (event) => {
      event.preventDefault();
      const text = heading.value.trim();
      if (!text) return;
      this.outbox.create({ heading: text, ...details.values() });
      heading.value = '';
      details.clear();
      disclosure.open = false;
      heading.focus();
      announce(`Added ${text}`);
    } },
    h('div', { class: 'row' }, heading, h('button', { class: 'primary' }, 'Add')),
    disclosure);
  }

  #go(change) {
    const filters = { ...this.todos.filters, ...change };
    const given = Object.entries(filters).filter(([name, value]) => value !== NO_FILTERS[name]);
    const hash = `#/todos${given.length ? `?${new URLSearchParams(given)}` : ''}`;
    history.replaceState(null, '', hash);
    this.open(new URLSearchParams(given));
  }

  #showFilters(filters) {
    const { tabs, search, priority, sort, tag } = this.#parts;
    if (!tabs.children.length) {
      tabs.append(...Object.entries(STATUSES).map(([status, text]) => h('button', {
        type: 'button', 'data-status': status, onclick: () => this.#go({ status }),
      }, text, h('span', { class: 'count' }))));
    }
    for (const button of tabs.children) button.setAttribute('aria-pressed', String(button.dataset.status === filters.status));
    if (document.activeElement !== search) search.value = filters.q;
    priority.value = filters.priority;
    sort.value = filters.sort;
    tag.replaceChildren(...(filters.tag ? [h('button', { type: 'button', class: 'tag', 'aria-label': `Stop showing only ${filters.tag}`, onclick: () => this.#go({ tag: '' }) }, `${filters.tag} ✕`)] : []));
  }

  #later() {
    this.#pending ||= requestAnimationFrame(() => { this.#pending = 0; this.#render(); });
    // No frames are drawn in a tab that is not seen.
    if (document.hidden) this.#render();
  }

  #render() {
    if (!this.#parts?.list.isConnected) return;
    const { list, more, tabs, clear } = this.#parts;
    const shown = this.todos.shown();
    const rows = shown.map((it) => this.#row(it));
    const kept = new Set(rows);
    const focused = [...list.children].findIndex((it) => it.contains(document.activeElement));
    [...list.children].filter((it) => !kept.has(it)).forEach((it) => it.remove());
    rows.forEach((row, at) => {
      if (list.children[at] !== row) move(list, row, list.children[at]);
    });
    if (focused >= 0 && !list.contains(document.activeElement)) this.#focusNear(focused);
    const keys = new Set(shown.map(({ todo }) => this.todos.row(todo.id)));
    for (const key of this.#rows.keys()) if (!keys.has(key)) this.#rows.delete(key);
    more.hidden = !this.todos.more;
    clear.hidden = this.todos.filters.status !== 'completed' || !shown.length;
    const { stats } = this.todos;
    for (const button of tabs.children) {
      const status = button.dataset.status;
      const count = stats ? stats[status === 'all' ? 'total' : status] : null;
      $('.count', button).textContent = count ? ` ${count}` : '';
      button.classList.toggle('alert', status === 'overdue' && count > 0);
    }
    this.#showState(shown.length);
  }

  #focusNear(at) {
    const rows = this.#parts.list.children;
    ($('button,input', rows[Math.min(at, rows.length - 1)] ?? document.createElement('i')) ?? $('#new-heading')).focus();
  }

  #showState(count) {
    const { state, problem, filters } = this.todos;
    const box = this.#parts.state;
    const key = `${state} ${count > 0} ${problem?.message} ${JSON.stringify(filters)}`;
    if (box.dataset.key === key) return;
    box.dataset.key = key;
    const filtered = filters.q || filters.tag || filters.priority;
    const content = [];
    if (state === 'failed') content.push(h('p', { class: 'notice bad', role: 'alert' }, problem.errors?.[0] ? `Search ${problem.errors[0].detail}.` : problem.message));
    else if (!count && state === 'loading') content.push(h('p', { class: 'empty' }, 'Loading…'));
    else if (!count && state === 'stale') content.push(h('p', { class: 'empty' }, 'Nothing kept here to show while Honeydo cannot be reached.'));
    else if (!count && filtered) content.push(h('p', { class: 'empty' }, 'Nothing matches. ', h('button', { type: 'button', onclick: () => this.#go(NO_FILTERS) }, 'Show everything open')));
    else if (!count) content.push(h('p', { class: 'empty' }, { open: 'Nothing to do. Add something above, or enjoy the day.', overdue: 'Nothing is overdue.', completed: 'Nothing is completed yet.', all: 'No todos yet. Add the first above.' }[filters.status]));
    box.replaceChildren(...content);
  }

  /** The row of a todo; made anew only when it shows something else. */
  #row({ todo, operation }) {
    const key = this.todos.row(todo.id);
    const editing = this.#editing.has(key) || operation?.state === 'refused';
    const shown = JSON.stringify([todo, operation && [operation.key, operation.state, operation.theirs, operation.problem], editing, isOverdue(todo), todo.due_at && tellTime(todo.due_at), this.todos.filters.tag]);
    const known = this.#rows.get(key);
    // A form that is open keeps what is typed into it, whatever happens elsewhere.
    if (known && (known.shown === shown || (known.editing && editing))) return known.row;
    const content = editing ? this.#form(key, todo, operation)
      : operation?.state === 'conflict' ? this.#conflict(key, todo, operation)
        : this.#line(key, todo, operation);
    const row = known?.row ?? h('li', {});
    const control = row.contains(document.activeElement) ? document.activeElement.dataset.control : null;
    row.className = `todo${todo.completed ? ' done' : ''}${operation ? ' pending' : ''}${editing || operation?.state ? ' open' : ''}`;
    row.replaceChildren(...content);
    if (control) ($(`[data-control="${control}"]`, row) ?? $('input,button', row))?.focus();
    this.#rows.set(key, { row, shown, editing });
    return row;
  }

  #line(key, todo, operation) {
    const overdue = isOverdue(todo);
    const tick = h('input', { type: 'checkbox', checked: todo.completed, 'data-control': 'tick', 'aria-label': `Done: ${todo.heading}`, onchange: () => {
      this.todos.stick(todo.id);
      this.outbox.edit(this.todos.base(todo.id) ?? todo, { completed: tick.checked });
      announce(tick.checked ? `Done: ${todo.heading}` : `To do again: ${todo.heading}`);
    } });
    const meta = [
      todo.due_at && h('time', { datetime: todo.due_at, class: overdue ? 'due overdue' : 'due' }, overdue && h('strong', {}, '⚠ Overdue: '), tellTime(todo.due_at)),
      todo.priority !== 'normal' && h('span', { class: `priority ${todo.priority}` }, todo.priority === 'high' ? '▲ High' : '▽ Low'),
      ...todo.tags.map((tag) => h('button', { type: 'button', class: 'tag', 'aria-label': `Show only ${tag}`, onclick: () => this.#go({ tag }) }, tag)),
      operation && h('span', { class: 'waiting' }, '↑ Not sent yet'),
    ].filter(Boolean);
    return [
      tick,
      h('div', { class: 'text' },
        h('span', { class: 'heading' }, todo.heading),
        todo.task && h('p', { class: 'task' }, todo.task),
        meta.length > 0 && h('div', { class: 'meta' }, meta)),
      h('div', { class: 'actions' },
        h('button', { type: 'button', class: 'quiet', 'data-control': 'edit', 'aria-label': `Edit ${todo.heading}`, onclick: () => this.#edit(key) }, 'Edit'),
        h('button', { type: 'button', class: 'quiet', 'data-control': 'delete', 'aria-label': `Delete ${todo.heading}`, onclick: () => this.#delete(todo) }, 'Delete')),
    ];
  }

  #edit(key) {
    this.#editing.add(key);
    this.#render();
    const input = $('input', this.#rows.get(key).row);
    input.focus();
    input.select();
  }

  #stop(key) {
    this.#editing.delete(key);
    this.#rows.get(key).shown = '';
    this.#rows.get(key).editing = false;
    this.#render();
    $('[data-control="edit"]', this.#rows.get(key)?.row ?? document)?.focus();
  }

  #form(key, todo, operation) {
    const refused = operation?.state === 'refused';
    const conflict = operation?.state === 'conflict';
    const base = this.todos.base(todo.id) ?? todo;
    return [todoForm(todo, {
      problem: refused ? operation.problem : null,
      cancelLabel: refused ? 'Discard' : 'Cancel',
      save: (patch) => {
        this.todos.stick(todo.id);
        if (conflict) this.outbox.resolve(operation.key, { ...operation.patch, ...patch });
        else if (refused || Object.keys(patch).length) this.outbox.edit(base, patch);
        this.#stop(key);
      },
      cancel: () => {
        if (refused) this.outbox.discard(operation.target);
        this.#stop(key);
      },
    })];
  }

  #conflict(key, todo, operation) {
    return [conflictPanel({
      operation,
      mine: todo,
      keep: () => this.outbox.resolve(operation.key, operation.patch ?? {}),
      take: () => {
        if (operation.theirs) this.todos.upsert(operation.theirs);
        else this.todos.delete(todo.id);
        this.outbox.discard(operation.target);
        announce('Taken as it is on the server.');
      },
      edit: () => this.#edit(key),
    })];
  }

  #delete(todo) {
    const key = this.outbox.delete(this.todos.base(todo.id) ?? todo);
    const { button } = toast(`Deleted “${todo.heading}”.`, { action: 'Undo', seconds: 8, run: () => {
      if (!this.outbox.undo(key)) toast('Too late: it is deleted.');
      else announce(`${todo.heading} is back.`);
    } });
    button.focus();
  }

  async #more() {
    const count = this.#parts.list.children.length;
    try {
      const added = await this.todos.loadMore();
      this.#render();
      announce(`${added} more`);
      $('input', this.#parts.list.children[count] ?? this.#parts.list)?.focus();
    } catch (problem) {
      toast(problem.message);
    }
  }

  async #deleteCompleted() {
    const sure = await confirm('Delete all completed?', 'All completed todos are deleted, also those that are not shown. This cannot be undone.', 'Delete all');
    if (!sure) return;
    try {
      const { body } = await call('DELETE', 'todos?completed=true');
      toast(`Deleted ${body.deleted}.`);
      this.todos.load();
    } catch (problem) {
      toast(problem.message);
    }
  }
}

/** Moves a row without losing the focus in it, where the browser can. */
function move(list, row, before) {
  const inside = row.contains(document.activeElement) ? document.activeElement : null;
  list.insertBefore(row, before ?? null);
  if (inside && document.activeElement !== inside) inside.focus({ preventScroll: true });
}
