// Which view is shown, who is logged in, and what the header says of the connection.

import { call, connection, isReachable } from './api.js';
import { $, announce, confirm, h } from './dom.js';
import { Devices, loginView, profileView, registerView } from './account.js';
import { Live, watchConnection } from './live.js';
import { Outbox } from './outbox.js';
import { TodoList } from './todo-list.js';
import { Todos } from './todos.js';

/** Who was last logged in here: a hint for the next start. What proves it is a cookie no script sees. */
const ME = 'honeydo.me';
const VIEWS = { todos: 'Todos', devices: 'Devices', profile: 'Profile' };

let me = recall();
let here = null;
let farewell = '';
let address = '';

function recall() {
  try {
    return JSON.parse(localStorage.getItem(ME));
  } catch {
    return null;
  }
}

function remember(user) {
  me = user;
  try {
    if (user) localStorage.setItem(ME, JSON.stringify(user));
    else localStorage.removeItem(ME);
  } catch {
    // Then the next start asks to log in.
  }
}

/** Begins what runs while somebody is logged in; nothing is sent yet where it is not `sure` that they still are. */
function enter(user, sure = true) {
  remember(user);
  farewell = '';
  const outbox = new Outbox(user.id);
  const todos = new Todos(user.id, outbox);
  const live = new Live(user.id);
  const list = new TodoList(todos, outbox);
  const devices = new Devices();
  here = { outbox, todos, live, list, devices };
  outbox.addEventListener('change', badges);
  live.addEventListener('upsert', ({ detail }) => todos.upsert(detail));
  live.addEventListener('delete', ({ detail }) => todos.delete(detail));
  live.addEventListener('resync', () => todos.load());
  // It may have been this one: then the answer is 401, which all views hear.
  live.addEventListener('sessions', () => { devices.refresh(); call('GET', 'sessions/current').catch(() => {}); });
  live.addEventListener('mode', badges);
  if (sure) outbox.drain();
}

/** Ends it. What waits to be sent stays where it is, for when this user is back. */
function leave(message, forget) {
  if (!here) return;
  const waiting = here.outbox.size;
  here.outbox.close();
  here.live.close();
  here.todos.forget();
  here = null;
  const kept = waiting ? ` ${waiting === 1 ? 'One change is' : `${waiting} changes are`} kept here and sent when you log in again.` : '';
  farewell = message + kept;
  address = forget ? '' : me?.email ?? '';
  remember(null);
  go('#/login');
}

async function logOut() {
  const waiting = here.outbox.size;
  if (waiting && !await confirm('Log out?', `${waiting === 1 ? 'One change has' : `${waiting} changes have`} not been sent yet. They are kept in this browser until you log in again.`, 'Log out')) return;
  try {
    await call('POST', 'auth/logout');
  } catch (problem) {
    if (problem.passes) {
      announce(problem.message);
      await confirm('Not logged out', `${problem.message} Logging out needs the server: try again when it answers.`, 'I see');
      return;
    }
  }
  leave('You are logged out.', true);
}

function badges() {
  if (!here) return $('#badges').replaceChildren();
  const operations = here.outbox.operations.filter((it) => it.kind !== 'delete' || it.notBefore <= Date.now());
  const settle = operations.filter((it) => it.state).length;
  const waiting = operations.length - settle;
  const shown = [
    !isReachable() && h('span', { class: 'badge bad' }, 'Offline'),
    waiting > 0 && h('span', { class: 'badge' }, `${waiting} to send`),
    settle > 0 && h('span', { class: 'badge bad' }, `${settle} to settle`),
    isReachable() && !operations.length && here.live.mode === 'events' && h('span', { class: 'badge good' }, 'Live'),
  ].filter(Boolean);
  const box = $('#badges');
  if (box.textContent !== shown.map((it) => it.textContent).join('')) box.replaceChildren(...shown);
}

function navigation(view) {
  const nav = $('#nav');
  nav.hidden = !here;
  if (!here) return nav.replaceChildren();
  nav.replaceChildren(
    ...Object.entries(VIEWS).map(([name, text]) => h('a', { href: `#/${name}`, 'aria-current': name === view ? 'page' : null }, text)),
    me.role === 'admin' ? h('a', { href: 'admin' }, 'Admin') : '');
}

function go(hash) {
  history.replaceState(null, '', hash);
  route();
}

function route() {
  const [path, parameters] = location.hash.slice(2).split('?');
  const view = here ? (path in VIEWS ? path : 'todos') : path === 'register' ? 'register' : 'login';
  navigation(view);
  badges();
  const before = document.activeElement;
  const heading = {
    login: () => loginView({ message: farewell, address, entered }),
    register: () => registerView({ entered }),
    todos: () => here.list.open(new URLSearchParams(parameters)),
    devices: () => here.devices.open(),
    profile: () => profileView({ me, changed: (user) => { remember(user); route(); }, logOut, left: (message) => leave(message, true) }),
  }[view]();
  // As after a page load: whoever reads with their ears hears where they are.
  if (heading && (before === document.body || !before.isConnected || before.closest('nav'))) {
    if (!$('#main').contains(document.activeElement)) heading.focus();
  }
}

function entered(user) {
  enter(user);
  go('#/todos');
}

addEventListener('hashchange', () => route());
connection.addEventListener('reachable', () => {
  badges();
  announce(isReachable() ? 'Honeydo can be reached again.' : 'Offline. Changes are kept and sent later.');
  if (isReachable()) here?.todos.load();
});
connection.addEventListener('ended', () => leave('You were logged out on this device.', false));
addEventListener('storage', ({ key, newValue }) => {
  // Another tab logged out or in.
  if (key === ME && !newValue) leave('You are logged out.', true);
  if (key === ME && newValue && !here) {
    enter(JSON.parse(newValue));
    route();
  }
});

watchConnection();
if (me) {
  enter(me, false);
  call('GET', 'users/me').then(({ body }) => {
    if (!here) return;
    if (body.id !== me.id) {
      // The cookie is somebody else's by now: what waits here is not to be sent as theirs.
      leave('', true);
      entered(body);
      return;
    }
    remember(body);
    here.outbox.drain();
    navigation(location.hash.slice(2).split('?')[0] || 'todos');
  }).catch(() => here?.outbox.drain());
}
route();
if ('serviceWorker' in navigator) navigator.serviceWorker.register(new URL('sw.js', import.meta.url), { scope: './app' }).catch(() => {});
