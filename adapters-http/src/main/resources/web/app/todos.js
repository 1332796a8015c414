// The todos that are known of here: what the server said, with what waits in the outbox laid over it,
// chosen and sorted as the query says, also while the server cannot be asked.

import { call, isReachable, query } from './api.js';
import { isTemporary, overlay } from './outbox.js';
import { isOverdue } from './todo-form.js';

const PAGE = 50;
const SNAPSHOT = 200;
const RANK = { low: 0, normal: 1, high: 2 };

export const NO_FILTERS = { status: 'open', q: '', tag: '', priority: '', sort: '-created_at' };

/** Events: `change` when there is something else to show. */
export class Todos extends EventTarget {
  #known = new Map();
  /** Ids that stay in view though they no longer match, so that nothing jumps away under a finger. */
  #sticky = new Set();
  #gone = new Set();
  /** Ids that were heard of since the list was last asked for: it may have been answered before they were there. */
  #heard = new Set();
  #rows = new Map();
  #cursor = null;
  #round = 0;
  #snapshot;
  #forgotten = false;
  filters = { ...NO_FILTERS };
  state = 'loading';
  problem = null;
  stats = null;

  constructor(userId, outbox) {
    super();
    this.outbox = outbox;
    this.#snapshot = `honeydo.todos.${userId}`;
    outbox.addEventListener('change', () => this.#changed());
    outbox.addEventListener('sent', ({ detail: { operation, todo } }) => {
      if (operation.kind === 'create') {
        this.#sticky.add(todo.id);
        this.#rows.set(todo.id, operation.target);
      }
      if (todo) this.#take(todo);
      else this.delete(operation.target);
    });
    this.#restore();
  }

  get more() {
    return this.#cursor !== null;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  base(id) {
    return this.#known.get(id);
  }

  /** What a todo's row is known by: the same before and after the server gave it an id. */
  row(id) {
    return this.#rows.get(id) ?? id;
  }

  /** Keeps a todo in view until the query changes. */
  stick(id) {
    this.#sticky.add(id);
  }

  /** What was heard of a todo. One that is new may be that of the create under way, which is shown already. */
  upsert(todo) {
    const { creating } = this.outbox;
    if (!creating || this.#known.has(todo.id)) this.#take(todo);
    else creating.then(() => this.#gone.has(todo.id) || this.#take(todo));
  }

  #take(todo) {
    this.#heard.add(todo.id);
    const known = this.#known.get(todo.id);
    if (known && known.version >= todo.version) return;
    this.#known.set(todo.id, todo);
    if (this.filters.q && !known) this.#soon();
    this.#changed();
    this.#recount();
  }

  delete(id) {
    this.#gone.add(id);
    if (this.#known.delete(id)) this.#changed();
    this.#recount();
  }

  #timer = 0;
  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.load(), 200);
  }

  choose(filters) {
    this.filters = { ...NO_FILTERS, ...filters };
    this.#sticky.clear();
    return this.load();
  }

  /** Asks for the first page anew. */
  async load() {
    const round = ++this.#round;
    this.#heard.clear();
    try {
      const page = await this.#page(null);
      await this.outbox.creating;
      if (round !== this.#round) return;
      this.#replace(page.items);
      this.#cursor = page.next_cursor;
      this.#found = this.filters.q ? new Set(page.items.map((it) => it.id)) : null;
      this.state = 'loaded';
      this.problem = null;
      this.#recount();
      this.#keep();
    } catch (problem) {
      if (round !== this.#round || problem.status === 401) return;
      this.state = problem.passes ? 'stale' : 'failed';
      this.problem = problem;
    }
    this.#changed();
  }

  async loadMore() {
    const round = this.#round;
    const page = await this.#page(this.#cursor);
    if (round !== this.#round) return 0;
    for (const it of page.items) {
      this.#known.set(it.id, this.#newer(it));
      this.#found?.add(it.id);
    }
    this.#cursor = page.next_cursor;
    this.#changed();
    return page.items.length;
  }

  /** Takes what was loaded, but for what has been heard of since it was asked for. */
  #replace(items) {
    const now = new Map(items.filter((it) => !this.#gone.has(it.id)).map((it) => [it.id, this.#newer(it)]));
    for (const id of [...this.#sticky, ...this.#heard]) if (!now.has(id) && this.#known.has(id)) now.set(id, this.#known.get(id));
    this.#known = now;
  }

  #newer(todo) {
    const known = this.#known.get(todo.id);
    return known?.version > todo.version ? known : todo;
  }

  /** What the server found for the words that are looked for; it alone knows what a word matches. */
  #found = null;

  async #page(cursor) {
    const { status, q, tag, priority, sort } = this.filters;
    const parameters = { limit: PAGE, cursor, sort, q: q.trim(), tag, priority };
    if (status !== 'all') parameters.completed = status === 'completed';
    if (status === 'overdue') {
      // The same for all pages: a cursor is bound to its filters.
      this.#now = cursor ? this.#now : new Date().toISOString();
      parameters.due_before = this.#now;
    }
    return (await call('GET', `todos${query(parameters)}`)).body;
  }

  #now = '';

  #counting = 0;
  #recount() {
    clearTimeout(this.#counting);
    this.#counting = setTimeout(async () => {
      if (!isReachable()) return;
      try {
        this.stats = (await call('GET', 'todos/stats')).body;
        this.#changed();
      } catch {
        // The counts are a courtesy; the list says what is wrong.
      }
    }, 150);
  }

  /** What is to be shown now, in order. */
  shown() {
    const operations = this.outbox.operations;
    return overlay(this.#known.values(), operations)
      .filter(({ todo, operation }) => operation?.state || this.#sticky.has(todo.id) || this.#matches(todo))
      .sort((a, b) => this.#compare(a.todo, b.todo));
  }

  #matches(todo) {
    const { status, q, tag, priority } = this.filters;
    const right = { all: true, open: !todo.completed, completed: todo.completed, overdue: isOverdue(todo) }[status];
    return right && (!tag || todo.tags.includes(tag)) && (!priority || todo.priority === priority)
      && (!q.trim() || this.#found?.has(todo.id) || this.#contains(todo, q));
  }

  #contains(todo, q) {
    if (this.state === 'loaded' && !isTemporary(todo.id)) return false;
    const text = [todo.heading, todo.task, ...todo.tags].join(' ').toLowerCase();
    return q.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }

  #compare(a, b) {
    const { sort } = this.filters;
    const down = sort.startsWith('-');
    const key = down ? sort.slice(1) : sort;
    const [x, y] = [a, b].map((it) => (key === 'priority' ? RANK[it.priority] : key === 'heading' ? it.heading.toLowerCase() : it[key]));
    if (x === y) return a.id < b.id === down ? 1 : -1;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y === down ? 1 : -1;
  }

  /** Keeps what was loaded, to be there when the page is opened without a connection. */
  #keep() {
    const { status, q, tag, priority } = this.filters;
    if (this.#forgotten || status === 'completed' || q || tag || priority) return;
    try {
      localStorage.setItem(this.#snapshot, JSON.stringify([...this.#known.values()].slice(0, SNAPSHOT)));
    } catch {
      // No room: then there is nothing to show without a connection.
    }
  }

  #restore() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#snapshot) ?? '[]');
      this.#known = new Map(kept.map((it) => [it.id, it]));
    } catch {
      localStorage.removeItem(this.#snapshot);
    }
  }

  /** Takes away what was kept; an answer that is still on its way is not kept any more. */
  forget() {
    this.#forgotten = true;
    clearTimeout(this.#timer);
    localStorage.removeItem(this.#snapshot);
  }
}
