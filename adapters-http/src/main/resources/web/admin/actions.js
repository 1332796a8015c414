// What an admin can do: each action shows the curl that does the same.

import { call, query } from '../app/api.js';
import { announce, confirm, field, h, submitting, toast } from '../app/dom.js';

const ORIGIN = new URL('..', import.meta.url).href;

/** The command that sends the same request; the token is the shell's to know. */
export function curl(method, path, body) {
  const parts = [`curl -X ${method} -H "Authorization: Bearer $TOKEN"`];
  if (body) parts.push(`-H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`);
  return [...parts, `${ORIGIN}api/${path}`].join(' ');
}

/** A form with the command of what it would send, as it is filled in. */
function action(title, text, controls, button, request, done) {
  const command = h('code', { class: 'curl' });
  const form = submitting(h('form', { class: 'card' }, h('h3', {}, title), h('p', {}, text), h('div', { class: 'row' }, controls, h('button', { class: 'primary' }, button)), command), async () => {
    const { method, path, body } = request();
    done((await call(method, path, { body })).body);
  });
  const tell = () => {
    const { method, path, body } = request();
    command.textContent = curl(method, path, body);
  };
  form.addEventListener('input', tell);
  tell();
  return form;
}

const idOf = (input) => (input.value.trim() ? encodeURIComponent(input.value.trim()) : '{id}');

export class Actions {
  constructor() {
    const type = h('select', {}, ['all', 'users', 'tasks', 'sessions'].map((it) => h('option', { value: it }, it)));
    const user = h('input', { required: true, autocomplete: 'off' });
    const todo = h('input', { required: true, autocomplete: 'off' });
    const post = (path, body) => ({ method: 'POST', path, body });
    this.element = h('section', { 'aria-label': 'Cache actions' }, h('h2', {}, 'Cache actions'), h('div', { class: 'actions-grid' },
      action('Clear by type', 'Copies only: nothing is lost, nobody is logged out.', field('What', type, { pointer: '/cache_type' }), 'Clear',
        () => post('cache/clear', { cache_type: type.value }), ({ cleared }) => toast(`Cleared: ${cleared}.`)),
      action('Invalidate a user', 'All that is kept of one user.', field('User id', user), 'Invalidate',
        () => post(`cache/invalidate/user/${idOf(user)}`), () => toast('Invalidated.')),
      action('Invalidate a todo', 'All that is kept of one todo.', field('Todo id', todo), 'Invalidate',
        () => post(`cache/invalidate/todo/${idOf(todo)}`), () => toast('Invalidated.'))));
  }
}

/** All users, with their role and whether they may log in. */
export class Users {
  #cursor = null;

  constructor(me) {
    this.me = me;
    this.rows = h('tbody', {});
    this.command = h('code', { class: 'curl' }, curl('GET', 'users'));
    this.more = h('button', { type: 'button', class: 'more', hidden: true, onclick: () => this.load(true) }, 'Show more');
    const search = h('input', { type: 'search', 'aria-label': 'Search users', placeholder: 'Name or e-mail' });
    let timer;
    search.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => { this.q = search.value.trim(); this.load(); }, 200);
    });
    this.element = h('section', { 'aria-label': 'Users' }, h('h2', {}, 'Users'), search,
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of users' }, h('table', {},
        h('thead', {}, h('tr', {}, ['Name', 'E-mail', 'Role', 'Access', 'Since', 'Id'].map((it) => h('th', { scope: 'col' }, it)))), this.rows)),
      this.more, this.command);
  }

  async load(further = false) {
    try {
      const path = `users${query({ limit: 20, q: this.q, cursor: further ? this.#cursor : '' })}`;
      const { items, next_cursor } = (await call('GET', path)).body;
      const rows = items.map((it) => this.#row(it));
      if (further) this.rows.append(...rows);
      else this.rows.replaceChildren(...(rows.length ? rows : [h('tr', {}, h('td', { colspan: 6 }, 'Nobody matches.'))]));
      this.#cursor = next_cursor;
      this.more.hidden = !next_cursor;
      this.command.textContent = curl('GET', path);
    } catch (problem) {
      if (problem.status !== 401) toast(problem.message);
    }
  }

  #row(user) {
    const self = user.id === this.me.id;
    const role = h('select', { 'aria-label': `Role of ${user.email}`, disabled: self, onchange: () => this.#change(row, user, { role: role.value }) },
      ['user', 'admin'].map((it) => h('option', { value: it, selected: it === user.role }, it)));
    const access = h('button', { type: 'button', disabled: self, 'aria-label': `${user.disabled ? 'Enable' : 'Disable'} ${user.email}`, onclick: async () => {
      if (user.disabled || await confirm(`Disable ${user.name}?`, `${user.email} is logged out everywhere and cannot log in again until enabled.`, 'Disable')) this.#change(row, user, { disabled: !user.disabled });
    } }, user.disabled ? 'Enable' : 'Disable');
    const row = h('tr', {}, h('th', { scope: 'row' }, user.name, user.disabled && h('span', { class: 'badge bad' }, 'disabled'), self && h('span', { class: 'badge good' }, 'you')),
      h('td', {}, user.email), h('td', {}, role), h('td', {}, access), h('td', {}, new Date(user.created_at).toLocaleDateString()), h('td', {}, h('code', {}, user.id)));
    return row;
  }

  async #change(row, user, patch) {
    this.command.textContent = curl('PATCH', `users/${user.id}`, patch);
    let now = user;
    try {
      now = (await call('PATCH', `users/${user.id}`, { body: patch, headers: { 'If-Match': `"${user.version}"` } })).body;
      announce(`${user.name} is changed.`);
    } catch (problem) {
      toast(problem.status === 412 ? `${user.name} was changed meanwhile: look again.` : problem.message);
      if (problem.status === 412) now = await call('GET', `users/${user.id}`).then(({ body }) => body, () => user);
    }
    const next = this.#row(now);
    row.replaceWith(next);
    next.querySelector(patch.role ? 'select' : 'button').focus();
  }
}
