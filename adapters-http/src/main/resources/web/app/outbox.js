// What this device wants changed and the server has not confirmed yet. It is kept in localStorage, by
// user, so that it survives a reload, a lost session and a closed browser, and it is sent in order:
//  - a create carries an Idempotency-Key that is made once: however often it is sent, there is one todo;
//  - an edit or a delete carries If-Match with the version it was made on. After 412 it goes on by itself
//    when the other change touched other fields (or was this very one), and is a conflict otherwise.
// All tabs share one outbox. One of them sends, where the browser has locks (secure contexts).

import { call, connection, ifMatch, isReachable, Problem, Unreachable } from './api.js';

const UNDO_MS = 8_000;
const LONGEST_WAIT_MS = 60_000;

/** A key nobody else has; randomUUID is only there in secure contexts. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((it) => it.toString(16).padStart(2, '0')).join('');
}

export const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value) => (Array.isArray(value) ? [...value].sort() : value ?? null);

/** Whether a todo says already what a patch wants. */
const says = (todo, patch) => Object.entries(patch).every(([name, value]) => same(todo[name], value));

/**
 * An operation: {key, kind: create|patch|delete, target, todo|patch, base, tries, notBefore, state}.
 * `state` is '' while it waits, 'conflict' with `theirs` (null: deleted), or 'refused' with `problem`.
 * Events: `change` whenever the operations change, `sent` with what the server made of one.
 */
export class Outbox extends EventTarget {
  #name;
  #memory = [];
  #timer = 0;
  #pausedUntil = 0;
  #draining = false;
  /** Fulfilled when it is known what became of the create that is under way; null where none is. */
  creating = null;
  #closed = new AbortController();

  constructor(userId) {
    super();
    this.#name = `honeydo.outbox.${userId}`;
    const signal = this.#closed.signal;
    addEventListener('storage', (event) => {
      if (event.key === this.#name) {
        this.dispatchEvent(new Event('change'));
        this.drain();
      }
    }, { signal });
    addEventListener('pagehide', () => this.#sendDeletesOnTheWayOut(), { signal });
    connection.addEventListener('reachable', () => isReachable() && this.retryNow(), { signal });
  }

  close() {
    this.#closed.abort();
    clearTimeout(this.#timer);
  }

  get operations() {
    try {
      return JSON.parse(localStorage.getItem(this.#name) ?? '[]');
    } catch {
      return this.#memory;
    }
  }

  get size() {
    return this.operations.length;
  }

  #change(edit) {
    const operations = this.operations;
    const result = edit(operations);
    this.#memory = operations;
    try {
      if (operations.length) localStorage.setItem(this.#name, JSON.stringify(operations));
      else localStorage.removeItem(this.#name);
    } catch {
      // Full, or switched off: then it lasts as long as the page.
    }
    this.dispatchEvent(new Event('change'));
    return result;
  }

  #set(key, values) {
    this.#change((all) => Object.assign(all.find((it) => it.key === key) ?? {}, values));
  }

  #remove(key) {
    this.#change((all) => {
      const at = all.findIndex((it) => it.key === key);
      if (at >= 0) all.splice(at, 1);
    });
  }

  create(todo) {
    const key = newKey();
    this.#change((all) => all.push({ key, kind: 'create', target: `new-${key}`, todo, ...FRESH, at: Date.now() }));
    this.drain();
  }

  /** Changes fields of a todo that the server has in the state `base`. */
  edit(base, patch) {
    this.#change((all) => {
      const last = all.findLast((it) => it.target === base.id);
      // What may have been carried out already must stay as it is: the same key, the same body.
      const open = last && (last.tries === 0 || last.state === 'refused');
      if (open && last.kind === 'create') {
        Object.assign(last, FRESH, { todo: { ...last.todo, ...patch } });
      } else if (open && last.kind === 'patch') {
        Object.assign(last, FRESH, { patch: { ...last.patch, ...patch } });
        if (says(last.base, last.patch)) all.splice(all.indexOf(last), 1);
      } else if (last || !says(base, patch)) {
        all.push({ key: newKey(), kind: 'patch', target: base.id, patch, base, ...FRESH });
      }
    });
    this.drain();
  }

  /** Deletes a todo, a little later: `undo` with the returned key takes it back. */
  delete(base) {
    const key = newKey();
    const notBefore = Date.now() + UNDO_MS;
    this.#change((all) => {
      all.push({ key, kind: 'delete', target: base.id, base, ...FRESH, notBefore });
      // What was never sent waits as long: it need not be sent at all.
      const create = all.find((it) => it.target === base.id && isUntriedCreate(it));
      if (create) create.notBefore = notBefore;
    });
    this.drain();
    return key;
  }

  undo(key) {
    const gone = this.operations.find((it) => it.key === key);
    if (!gone || gone.tries > 0) return false;
    this.#change((all) => {
      all.splice(all.findIndex((it) => it.key === key), 1);
      all.filter((it) => it.target === gone.target).forEach((it) => { it.notBefore = 0; });
    });
    this.drain();
    return true;
  }

  /** Drops everything that waits for this todo: theirs is taken, or a refused one is given up. */
  discard(target) {
    this.#change((all) => all.splice(0, all.length, ...all.filter((it) => it.target !== target)));
  }

  /** Resolves a conflict: this patch on top of theirs. Where theirs is gone, a new todo like mine. */
  resolve(key, patch) {
    this.#change((all) => {
      const operation = all.find((it) => it.key === key);
      if (!operation) return;
      if (operation.theirs) {
        Object.assign(operation, FRESH, { base: operation.theirs, theirs: undefined });
        if (operation.kind === 'patch') operation.patch = patch;
      } else {
        const { heading, task, completed, due_at, priority, tags } = { ...operation.base, ...patch };
        Object.assign(operation, FRESH, { kind: 'create', key: newKey(), at: Date.now(), theirs: undefined,
          todo: { heading, task, completed, due_at, priority, tags } });
        operation.target = `new-${operation.key}`;
      }
    });
    this.drain();
  }

  /** Sends at once what waits for better times, unless that was tried in vain too often. */
  retryNow() {
    this.#change((all) => all.forEach((it) => {
      if (it.waiting && it.tries < 4) Object.assign(it, { notBefore: 0, waiting: false });
    }));
    this.drain();
  }

  /** Sends what is due; returns when nothing is. */
  async drain() {
    if (this.#draining || this.#closed.signal.aborted || !isReachable()) return;
    this.#draining = true;
    try {
      await exclusively(this.#name, async () => {
        for (let next = this.#due(); next && !this.#closed.signal.aborted; next = this.#due()) {
          if (!await this.#send(next)) return;
        }
      });
    } finally {
      this.#draining = false;
      this.#schedule();
    }
  }

  /** Those that may be sent, now or later: what changes the same todo waits for them. */
  #heads() {
    const targets = new Set();
    return this.operations.filter((it) => !targets.has(it.target) && targets.add(it.target) && !it.state);
  }

  #due() {
    const now = Date.now();
    return now < this.#pausedUntil ? undefined : this.#heads().find((it) => it.notBefore <= now);
  }

  #schedule() {
    clearTimeout(this.#timer);
    const times = this.#heads().map((it) => it.notBefore);
    if (times.length && isReachable() && !this.#closed.signal.aborted) {
      const next = Math.max(Math.min(...times), this.#pausedUntil);
      this.#timer = setTimeout(() => this.drain(), Math.max(50, next - Date.now()));
    }
  }

  /** Whether to go on with the next. */
  async #send(operation) {
    if (isUntriedCreate(operation) && this.operations.some((it) => it.kind === 'delete' && it.target === operation.target)) {
      this.discard(operation.target);
      return true;
    }
    this.#set(operation.key, { tries: operation.tries + 1 });
    const settled = operation.kind === 'create' ? this.#create() : () => {};
    try {
      this.#confirmed(operation, await request(operation));
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem || problem instanceof Unreachable)) throw problem;
      if (problem.status === 401) return false;
      if (problem.passes) {
        const wait = Math.max(delay(operation.tries), (problem.retryAfter ?? 0) * 1000);
        this.#set(operation.key, { notBefore: Date.now() + wait, waiting: true });
        // The server is busy with others too: nothing else is sent meanwhile.
        if (problem.status === 429 || problem.status === 503) this.#pausedUntil = Date.now() + wait;
        return problem.code === 'idempotency_in_progress';
      }
      return this.#refused(operation, problem);
    } finally {
      settled();
    }
  }

  #create() {
    let fulfil;
    this.creating = new Promise((resolve) => { fulfil = resolve; });
    return () => {
      this.creating = null;
      fulfil();
    };
  }

  async #refused(operation, problem) {
    const gone = problem.status === 404;
    if (operation.kind === 'delete' && gone) {
      this.#confirmed(operation, null);
    } else if (gone && operation.kind === 'patch') {
      this.#set(operation.key, { state: 'conflict', theirs: null });
    } else if (problem.status === 412) {
      return this.#outdated(operation);
    } else {
      this.#set(operation.key, { state: 'refused', problem: { message: problem.message, errors: problem.errors } });
    }
    return true;
  }

  /** Somebody else was first: merges where that is possible without asking. */
  async #outdated(operation) {
    let theirs;
    try {
      theirs = (await call('GET', `todos/${operation.target}`)).body;
    } catch (problem) {
      if (problem.status === 404) return this.#refused(operation, problem);
      this.#set(operation.key, { notBefore: Date.now() + delay(operation.tries), waiting: true });
      return false;
    }
    if (operation.kind === 'patch' && says(theirs, operation.patch)) {
      this.#confirmed(operation, theirs);
    } else if (operation.kind === 'patch'
        && Object.keys(operation.patch).every((name) => same(operation.base[name], theirs[name]))) {
      this.#set(operation.key, { base: theirs });
    } else {
      this.#set(operation.key, { state: 'conflict', theirs });
    }
    return true;
  }

  #confirmed(operation, todo) {
    this.#change((all) => {
      const at = all.findIndex((it) => it.key === operation.key);
      if (at >= 0) all.splice(at, 1);
      for (const later of all) {
        if (todo && later.target === operation.target) Object.assign(later, { target: todo.id, base: todo });
      }
    });
    this.dispatchEvent(new CustomEvent('sent', { detail: { operation, todo } }));
  }

  /** A delete that still could be undone is meant all the same when the page is left. */
  #sendDeletesOnTheWayOut() {
    for (const it of this.operations) {
      if (it.kind === 'delete' && !it.state && it.tries === 0 && !isTemporary(it.target)) request(it, true).catch(() => {});
    }
  }
}

const FRESH = { tries: 0, notBefore: 0, state: '', waiting: false, problem: undefined };

const isUntriedCreate = (it) => it.kind === 'create' && it.tries === 0;

/** Whether a todo has no id of the server's yet. */
export const isTemporary = (id) => id.startsWith('new-');

/** 1 s, 2 s, 4 s … a minute, each a little different from what other devices wait. */
const delay = (tries) => Math.min(LONGEST_WAIT_MS, 1000 * 2 ** tries) * (0.75 + Math.random() / 2);

async function request({ kind, key, target, todo, patch, base }, keepalive = false) {
  if (kind === 'create') {
    return (await call('POST', 'todos', { body: todo, headers: { 'Idempotency-Key': key } })).body;
  }
  const headers = ifMatch(base.version);
  if (kind === 'patch') return (await call('PATCH', `todos/${target}`, { body: patch, headers })).body;
  await call('DELETE', `todos/${target}`, { headers, keepalive });
  return null;
}

/** One tab at a time; without locks the server still sees to it that nothing happens twice. */
const exclusively = (name, run) => (navigator.locks ? navigator.locks.request(name, run) : run());

/** Lays what waits over what the server said: the todos as the user means them, each with its operation. */
export function overlay(todos, operations) {
  const shown = new Map([...todos].map((todo) => [todo.id, { todo, operation: null }]));
  for (const operation of operations) {
    const { kind, target, state } = operation;
    const known = shown.get(target);
    if (kind === 'create') {
      shown.set(target, { todo: { ...DEFAULTS, ...operation.todo, id: target, created_at: new Date(operation.at).toISOString() }, operation });
    } else if (kind === 'delete' && state !== 'conflict') {
      shown.delete(target);
    } else {
      const base = operation.theirs ?? known?.todo ?? operation.base;
      if (base) shown.set(target, { todo: { ...base, ...operation.patch }, operation: known?.operation?.state ? known.operation : operation });
    }
  }
  return [...shown.values()];
}

const DEFAULTS = { task: '', completed: false, priority: 'normal', due_at: null, tags: [], version: 0, updated_at: '' };
