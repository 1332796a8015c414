// Logging in and registering, the devices that are logged in, and the profile.

import { call, ifMatch } from './api.js';
import { $, confirm, field, h, show, submitting, toast } from './dom.js';
import { tellTime } from './todo-form.js';

const email = (value = '') => field('E-mail', h('input', { type: 'email', name: 'email', autocomplete: 'username', required: true, maxlength: 254, value }), { pointer: '/email' });

const password = (label, name, autocomplete, hint) => field(label,
  h('input', { type: 'password', name, autocomplete, required: true, minlength: name === 'new_password' || hint ? 8 : null, maxlength: 256 }),
  { pointer: `/${name}`, hint });

/** What this browser is called in the list of devices. */
function deviceName() {
  const agent = navigator.userAgent;
  const browser = /Edg\//.test(agent) ? 'Edge' : /Firefox\//.test(agent) ? 'Firefox' : /Chrom(e|ium)\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : 'Browser';
  const system = /Android/.test(agent) ? 'Android' : /iPhone|iPad/.test(agent) ? 'iOS' : /Windows/.test(agent) ? 'Windows' : /Mac OS/.test(agent) ? 'macOS' : /Linux/.test(agent) ? 'Linux' : 'this device';
  return `${browser} on ${system}`;
}

async function logIn(form) {
  const { email, password } = Object.fromEntries(new FormData(form));
  return (await call('POST', 'auth/login', { body: { email, password, device: deviceName() } })).body.user;
}

/** The way in. `message` says why somebody is here who was logged in. */
export function loginView({ message, address, entered }) {
  const form = submitting(h('form', { class: 'card narrow' },
    h('h1', {}, 'Log in'),
    message && h('p', { class: 'notice', role: 'status' }, message),
    email(address),
    password('Password', 'password', 'current-password'),
    h('button', { class: 'primary wide' }, 'Log in'),
    h('p', { class: 'center' }, 'New here? ', h('a', { href: '#/register' }, 'Register'))),
  async () => entered(await logIn(form)));
  const heading = show('Log in', form);
  $(address ? '[name=password]' : '[name=email]', form).focus();
  return heading;
}

export function registerView({ entered }) {
  const form = submitting(h('form', { class: 'card narrow' },
    h('h1', {}, 'Register'),
    field('Name', h('input', { name: 'name', autocomplete: 'name', required: true, maxlength: 100 }), { pointer: '/name' }),
    email(),
    password('Password', 'password', 'new-password', 'at least 8 characters'),
    h('button', { class: 'primary wide' }, 'Register'),
    h('p', { class: 'center' }, 'Been here before? ', h('a', { href: '#/login' }, 'Log in'))),
  async () => {
    try {
      await call('POST', 'auth/register', { body: Object.fromEntries(new FormData(form)) });
    } catch (problem) {
      if (problem.code === 'email_taken') problem.errors = [{ pointer: '/email', detail: 'is taken' }];
      throw problem;
    }
    entered(await logIn(form));
  });
  const heading = show('Register', form);
  $('input', form).focus();
  return heading;
}

/** The devices that are logged in; `ended` is told when it was this one that was logged out. */
export class Devices {
  constructor(ended) {
    this.ended = ended;
  }

  open() {
    this.list = h('ul', { class: 'devices' });
    this.note = h('div', {});
    this.others = h('button', { type: 'button', disabled: true, onclick: () => this.#revokeOthers() }, 'Log out all others');
    const heading = show('Devices', h('h1', {}, 'Devices'),
      h('p', {}, 'Where you are logged in. What you log out here is out from its next request on.'),
      this.note, this.list, h('div', { class: 'row' }, this.others));
    this.refresh();
    return heading;
  }

  async refresh() {
    if (!this.list?.isConnected) return;
    try {
      const { items } = (await call('GET', 'sessions')).body;
      items.sort((a, b) => b.current - a.current || (a.last_accessed_at < b.last_accessed_at ? 1 : -1));
      this.list.replaceChildren(...items.map((it) => this.#row(it)));
      this.others.disabled = items.length < 2;
      this.note.replaceChildren();
    } catch (problem) {
      this.note.replaceChildren(h('p', { class: 'notice bad', role: 'alert' }, problem.message));
    }
  }

  #row(session) {
    const name = session.device || 'Unnamed device';
    return h('li', { class: 'card' },
      h('div', { class: 'text' },
        h('h2', { title: session.user_agent }, name, session.current && h('span', { class: 'badge good' }, 'This device')),
        h('p', { class: 'meta' }, `${session.ip || 'unknown address'} · last used ${tellTime(session.last_accessed_at)} · logged in ${tellTime(session.created_at)}`)),
      !session.current && h('button', { type: 'button', 'aria-label': `Log out ${name}, ${session.ip}`, onclick: (event) => this.#revoke(event.target, session, name) }, 'Log out'));
  }

  async #revoke(button, session, name) {
    button.disabled = true;
    try {
      await call('DELETE', `sessions/${session.id}`);
      toast(`${name} is logged out.`);
    } catch (problem) {
      if (problem.status !== 404) toast(problem.message);
    }
    await this.refresh();
    $('h1').focus();
  }

  async #revokeOthers() {
    try {
      const { revoked } = (await call('DELETE', 'sessions?scope=others')).body;
      toast(`Logged out ${revoked} other ${revoked === 1 ? 'device' : 'devices'}.`);
    } catch (problem) {
      toast(problem.message);
    }
    this.refresh();
  }
}

/** Name, password and the ways out. */
export function profileView({ me, changed, logOut, left }) {
  const nameForm = submitting(h('form', { class: 'card' },
    h('h2', {}, 'Name'),
    field('Name', h('input', { name: 'name', autocomplete: 'name', required: true, maxlength: 100, value: me.name }), { pointer: '/name' }),
    h('button', { class: 'primary' }, 'Save name')),
  async () => {
    const body = Object.fromEntries(new FormData(nameForm));
    try {
      changed((await call('PATCH', 'users/me', { body, headers: ifMatch(me.version) })).body);
      toast('Your name is saved.');
    } catch (problem) {
      if (problem.status === 412) {
        changed((await call('GET', 'users/me')).body);
        problem.message = 'Your profile was changed elsewhere meanwhile; look again and save once more.';
      }
      throw problem;
    }
  });
  const passwordForm = submitting(h('form', { class: 'card' },
    h('h2', {}, 'Password'),
    h('input', { type: 'email', name: 'email', autocomplete: 'username', value: me.email, hidden: true, readonly: true }),
    password('Current password', 'current_password', 'current-password'),
    password('New password', 'new_password', 'new-password', 'at least 8 characters'),
    h('p', {}, 'All other devices are logged out.'),
    h('button', { class: 'primary' }, 'Change password')),
  async () => {
    const { current_password, new_password } = Object.fromEntries(new FormData(passwordForm));
    try {
      await call('PUT', 'users/me/password', { body: { current_password, new_password } });
    } catch (problem) {
      if (problem.code === 'wrong_password') problem.errors = [{ pointer: '/current_password', detail: 'is not right' }];
      throw problem;
    }
    passwordForm.reset();
    toast('Your password is changed.');
  });
  const everywhere = async () => {
    if (!await confirm('Log out everywhere?', 'Every device is logged out, this one too.', 'Log out everywhere')) return;
    try {
      await call('POST', 'auth/logout-all');
      left('You are logged out everywhere.');
    } catch (problem) {
      toast(problem.message);
    }
  };
  return show('Profile', h('h1', {}, 'Profile'),
    h('p', {}, `Logged in as ${me.email}`, me.role === 'admin' && h('span', { class: 'badge' }, 'Admin')),
    nameForm, passwordForm,
    h('section', { class: 'card', 'aria-label': 'Log out' },
      h('h2', {}, 'Log out'),
      h('div', { class: 'row' },
        h('button', { type: 'button', onclick: logOut }, 'Log out'),
        h('button', { type: 'button', class: 'danger', onclick: everywhere }, 'Log out everywhere'))));
}
