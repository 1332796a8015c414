// What other tabs and devices change, as it happens: server-sent events where they are served, and the
// feed of changes every few seconds where they are not. Of all tabs of one browser one listens and tells
// the others: a browser opens only six connections to a host.

import { call, connection, isReachable, ping, query } from './api.js';

const EVENTS = new URL('../api/events', import.meta.url);
const POLL_MS = 4_000;
const TRY_EVENTS_AGAIN_MS = 60_000;

/**
 * Events: `upsert` (detail: todo), `delete` (detail: id), `resync` when all may be different, `sessions`
 * when one of the user's sessions has ended, `mode` (detail: 'events' or 'polling').
 */
export class Live extends EventTarget {
  #closed = new AbortController();
  #channel;
  #source;
  #cursor = '';
  mode = '';

  constructor(userId) {
    super();
    const name = `honeydo.live.${userId}`;
    const signal = this.#closed.signal;
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data.type === 'hello') {
        if (this.#leads) this.#channel.postMessage({ type: 'mode', detail: this.mode });
      } else {
        this.#apply(data);
      }
    });
    this.#channel?.postMessage({ type: 'hello' });
    if (navigator.locks && this.#channel) {
      navigator.locks.request(name, { signal }, () => this.#lead()).catch(() => {});
    } else {
      this.#lead();
    }
  }

  #leads = false;

  close() {
    this.#closed.abort();
    this.#source?.close();
    this.#channel?.close();
  }

  #apply({ type, detail }) {
    if (type === 'mode') this.mode = detail;
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #tell(type, detail) {
    if (this.#closed.signal.aborted) return;
    this.#apply({ type, detail });
    this.#channel?.postMessage({ type, detail });
  }

  /** Listens until closed; holds the lock as long. */
  async #lead() {
    this.#leads = true;
    const { signal } = this.#closed;
    while (!signal.aborted) {
      const served = await this.#listen();
      if (signal.aborted) return;
      if (this.mode !== 'polling') this.#tell('mode', 'polling');
      await this.#poll(served ? POLL_MS : TRY_EVENTS_AGAIN_MS);
    }
  }

  /** Listens as long as the server sends events; tells whether it ever did. A broken connection comes back by itself. */
  #listen() {
    return new Promise((done) => {
      const source = new EventSource(EVENTS);
      this.#source = source;
      const on = (name, run) => source.addEventListener(name, ({ data }) => run(data ? JSON.parse(data) : null));
      on('todo.created', (todo) => this.#tell('upsert', todo));
      on('todo.updated', (todo) => this.#tell('upsert', todo));
      on('todo.deleted', ({ id }) => this.#tell('delete', id));
      on('session.revoked', (session) => this.#tell('sessions', session));
      on('resync', () => this.#tell('resync'));
      let opened = false;
      source.addEventListener('open', () => {
        // What happened before the first connection, since the list was loaded, nobody tells.
        if (!opened) this.#tell('resync');
        opened = true;
        this.#cursor = '';
        this.#tell('mode', 'events');
      });
      source.addEventListener('error', async () => {
        const over = source.readyState === EventSource.CLOSED;
        if (over) done(opened);
        // The stream does not say why it ended: a session that is over answers 401 here, and all views hear it.
        if (isReachable() && await ping()) call('GET', 'sessions/current').catch(() => {});
      });
      this.#closed.signal.addEventListener('abort', () => { source.close(); done(opened); });
    });
  }

  async #poll(during) {
    const until = Date.now() + during;
    while (Date.now() < until && !this.#closed.signal.aborted) {
      if (isReachable() && document.visibilityState === 'visible') {
        await this.#changes().catch(() => {});
      }
      await pause(POLL_MS, this.#closed.signal);
    }
  }

  async #changes() {
    const first = !this.#cursor;
    for (let more = true; more && !this.#closed.signal.aborted;) {
      let page;
      try {
        page = (await call('GET', `todos/changes${query({ since: this.#cursor, limit: 100 })}`)).body;
      } catch (problem) {
        if (problem.code === 'cursor_expired' || problem.code === 'invalid_cursor') this.#cursor = '';
        throw problem;
      }
      if (!first) {
        page.changes.forEach((it) => (it.type === 'upsert' ? this.#tell('upsert', it.todo) : this.#tell('delete', it.id)));
      }
      this.#cursor = page.next_cursor;
      more = page.has_more;
    }
    if (first) this.#tell('resync');
  }
}

const pause = (ms, signal) => new Promise((done) => {
  const timer = setTimeout(done, ms);
  signal.addEventListener('abort', () => { clearTimeout(timer); done(); }, { once: true });
});

/** Asks again and again while the server cannot be reached, less and less often. */
export function watchConnection() {
  let timer = 0;
  let wait = 1000;
  const again = () => {
    clearTimeout(timer);
    if (isReachable()) {
      wait = 1000;
      return;
    }
    timer = setTimeout(async () => {
      wait = Math.min(30_000, wait * 2);
      if (!await ping()) again();
    }, wait * (0.75 + Math.random() / 2));
  };
  connection.addEventListener('reachable', again);
  addEventListener('online', () => ping());
  again();
}
