// The admin's page: what this instance does, live, and what can be done about it.

import { call, connection, isReachable } from '../app/api.js';
import { $, h, show } from '../app/dom.js';
import { watchConnection } from '../app/live.js';
import { Actions, Users } from './actions.js';
import { History } from './metrics.js';
import { Plot, tell, Timeline } from './plot.js';

const EVERY_MS = 3_000;
const REQUESTS = 'http_server_requests_seconds';
const READS = 'honeydo_cache_reads_seconds_count';
const METRICS = new URL('../metrics', import.meta.url);

const history = new History();
const hits = [];
let stopped = false;

function refuse(title, ...content) {
  stopped = true;
  show(title, h('section', { class: 'card narrow' }, h('h1', {}, title), content)).focus();
}

const toLogin = () => refuse('Log in first', h('p', {}, 'This page is for admins who are logged in.'), h('p', {}, h('a', { href: 'app#/login' }, 'Log in')));

async function start() {
  // Whether anybody is logged in here is known without asking: the page of todos keeps a note.
  let known = null;
  try {
    known = localStorage.getItem('honeydo.me');
  } catch {
    known = 'unknown';
  }
  if (!known) return toLogin();
  let me;
  try {
    me = (await call('GET', 'users/me')).body;
  } catch (problem) {
    if (problem.status !== 401) refuse('Not now', h('p', {}, problem.message), h('p', {}, h('a', { href: 'admin' }, 'Try again')));
    return;
  }
  if (me.role !== 'admin') {
    refuse('For admins only', h('p', {}, `You are logged in as ${me.email}, who is not an admin. Another admin can change that.`), h('p', {}, h('a', { href: 'app' }, 'To your todos')));
    return;
  }
  new Dashboard(me).run();
}

class Dashboard {
  constructor(me) {
    this.tiles = h('dl', { class: 'tiles' });
    this.route = h('select', { id: 'route', onchange: () => this.#draw() }, h('option', { value: '' }, 'All routes'));
    this.plots = {
      rate: new Plot('Requests by status class', { unit: '/s' }),
      latency: new Plot('Latency', { unit: 's', note: 'over the last 5 readings' }),
      ratio: new Plot('Cache hit ratio', { unit: '%', top: 1, note: 'since the reading before' }),
      logins: new Plot('Logins', { unit: '/min' }),
      refusals: new Plot('Refused by limits, replays, shed', { unit: '/min' }),
      parts: new Plot('Latency of parts', { unit: 's' }),
      heap: new Plot('Memory', { unit: 'B' }),
      cpu: new Plot('Processor', { unit: '%', top: 1 }),
    };
    this.degraded = new Timeline('Degraded', { good: 'Normal', bad: 'Degraded', none: 'No capability is reported.' });
    this.circuits = new Timeline('Circuit breakers', { good: 'Closed', bad: 'Open', none: 'No breaker: this instance runs without Redis.' });
    this.routes = h('tbody', {});
    this.caches = h('tbody', {});
    this.memory = h('p', { class: 'meta' });
    const { rate, latency, ratio, logins, refusals, parts, heap, cpu } = this.plots;
    show('Admin', h('h1', {}, 'Admin'), this.tiles,
      h('section', { 'aria-label': 'Requests' }, h('h2', {}, 'Requests'),
        h('div', { class: 'row' }, h('label', { for: 'route' }, 'Route'), this.route),
        h('div', { class: 'plots' }, rate.element, latency.element),
        h('h3', { id: 'by-route' }, 'By route'), this.#table('by-route', ['Route', 'n', 'Rate', 'p50', 'p95', 'p99', '4xx', '5xx'], this.routes)),
      h('section', { 'aria-label': 'Health' }, h('h2', {}, 'Health'), this.degraded.element, this.circuits.element, h('div', { class: 'plots' }, parts.element)),
      h('section', { 'aria-label': 'Cache' }, h('h2', {}, 'Cache'),
        h('div', { class: 'plots' }, ratio.element, h('div', { class: 'card' }, h('h3', { id: 'by-level' }, 'By level'), this.#table('by-level', ['Level', 'Hits', 'Misses', 'Ratio', 'Keys'], this.caches), this.memory))),
      h('section', { 'aria-label': 'Sessions and limits' }, h('h2', {}, 'Sessions and limits'), h('div', { class: 'plots' }, logins.element, refusals.element)),
      h('section', { 'aria-label': 'Process' }, h('h2', {}, 'Process'), h('div', { class: 'plots' }, heap.element, cpu.element)),
      new Actions().element, (this.users = new Users(me)).element);
    this.users.load();
  }

  #table(label, columns, body) {
    return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': label }, h('table', {},
      h('thead', {}, h('tr', {}, columns.map((it, at) => h('th', { scope: 'col', class: at ? 'number' : null }, it)))), body));
  }

  async run() {
    while (!stopped) {
      if (!document.hidden) await this.#read().catch(() => {});
      await new Promise((done) => { setTimeout(done, EVERY_MS); });
    }
  }

  async #read() {
    const [text, health, stats, info] = await Promise.all([
      fetch(METRICS, { cache: 'no-store' }).then((it) => (it.ok ? it.text() : '')).catch(() => ''),
      healthNow().catch(() => null), this.#ask('cache/stats'), this.#ask('cache/info'),
    ]);
    if (text) history.add(text);
    Object.assign(this, { health, stats: stats?.cache_stats, info });
    for (const level of ['l1', 'l2']) {
      if (this.stats?.[level]) hits.push({ time: Date.now(), level, ...this.stats[level] });
    }
    if (hits.length > 480) hits.splice(0, hits.length - 480);
    if (!stopped) this.#draw();
  }

  /** What an admin is told there, or null; what this instance does not serve is not asked for again. */
  async #ask(path) {
    if (this.#missing.has(path)) return null;
    try {
      return (await call('GET', path)).body;
    } catch (problem) {
      if (problem.status === 404) this.#missing.add(path);
      return null;
    }
  }

  #missing = new Set();

  #draw() {
    this.#drawTiles();
    this.#drawRequests();
    this.#drawCaches();
    const { logins, refusals, parts, heap, cpu } = this.plots;
    const by = (name, label, only) => history.labels(name, label).filter(only ?? (() => true));
    const grown = (label, name, where) => ({ label, points: history.rates(name, where, 60) });
    logins.show(by('honeydo_logins_total', 'outcome', (it) => history.value('honeydo_logins_total', (on) => on.outcome === it) > 0 || it === 'success')
      .map((it) => grown(it.replace('_', ' '), 'honeydo_logins_total', (on) => on.outcome === it)));
    refusals.show([
      ...by('honeydo_limits_refusals_total', 'policy').map((it) => grown(`limit ${it}`, 'honeydo_limits_refusals_total', (on) => on.policy === it)),
      ...[['replays', 'honeydo_idempotency_replays_total'], ['shed', 'honeydo_http_requests_shed_total']].filter(([, it]) => history.has(it)).map(([label, it]) => grown(label, it)),
    ]);
    parts.show(by('honeydo_part_latency_seconds', 'part').map((it) => ({ label: it, points: history.values('honeydo_part_latency_seconds', (on) => on.part === it) })));
    this.degraded.show(by('honeydo_degraded', 'capability').map((it) => ({ label: it.replaceAll('_', ' '), points: history.values('honeydo_degraded', (on) => on.capability === it) })));
    this.circuits.show(by('honeydo_circuit_open', 'port').map((it) => ({ label: it, points: history.values('honeydo_circuit_open', (on) => on.port === it) })));
    heap.show([
      { label: 'heap', points: history.values('jvm_memory_used_bytes', (it) => it.area === 'heap') },
      { label: 'other', points: history.values('jvm_memory_used_bytes', (it) => it.area === 'nonheap') },
      { label: 'resident', points: history.values('process_resident_memory_bytes') },
    ].filter((it) => it.points.at(-1)?.value !== null));
    cpu.show([{ label: 'this process', points: history.values('process_cpu_usage') }, { label: 'machine', points: history.values('system_cpu_usage') }]);
  }

  #drawTiles() {
    const { readings, last } = history;
    const from = readings[Math.max(0, readings.length - 6)];
    const whole = readings.length > 1 ? (last.time - from.time) / 1000 : 0;
    const rate = whole ? history.growth(`${REQUESTS}_count`, () => true, from, last) / whole : null;
    const tiles = {
      Status: this.health?.status ?? 'unknown',
      Requests: tell(rate, '/s'),
      p99: tell(whole ? history.quantile(REQUESTS, 0.99, () => true, from, last) : null, 's'),
      'In flight': tell(history.value('honeydo_http_requests_in_flight')),
      'Event streams': tell(history.value('honeydo_event_streams')),
      'Cached sessions': tell(this.stats?.session_keys),
      'Threads, live': tell(history.value('jvm_threads_live_threads')),
      Uptime: duration(history.value('process_uptime_seconds')),
    };
    this.tiles.replaceChildren(...Object.entries(tiles).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
  }

  #drawRequests() {
    const { readings, last } = history;
    if (!last) return;
    const names = [...new Set(last.of(`${REQUESTS}_count`).map((it) => `${it.labels.method} ${it.labels.route}`))].sort();
    const options = [...this.route.options].map((it) => it.value);
    for (const name of names) if (!options.includes(name)) this.route.append(h('option', { value: name }, name));
    const chosen = this.route.value;
    const where = (it) => !chosen || `${it.method} ${it.route}` === chosen;
    this.plots.rate.show(['2', '3', '4', '5'].map((it) => ({ label: `${it}xx`, points: history.rates(`${REQUESTS}_count`, (on) => where(on) && on.status[0] === it) })));
    this.plots.latency.show([0.5, 0.95, 0.99].map((it) => ({ label: `p${it * 100}`, points: history.quantiles(REQUESTS, it, where) })));
    const [first] = readings;
    const seconds = Math.max(1, (last.time - first.time) / 1000);
    const rows = names.map((name) => {
      const of = (it) => `${it.method} ${it.route}` === name;
      const count = (status) => history.growth(`${REQUESTS}_count`, (it) => of(it) && (!status || it.status[0] === status), first, last);
      const q = (it) => tell(history.quantile(REQUESTS, it, of, first, last), 's');
      return { name, n: count(), cells: () => [count(), tell(count() / seconds, '/s'), q(0.5), q(0.95), q(0.99), count('4'), count('5')] };
    }).filter((it) => it.n > 0).sort((a, b) => b.n - a.n).slice(0, 20);
    this.routes.replaceChildren(...(rows.length ? rows.map((it) => h('tr', {}, h('th', { scope: 'row' }, h('code', {}, it.name)), it.cells().map((cell) => h('td', { class: 'number' }, String(cell)))))
      : [h('tr', {}, h('td', { colspan: 8 }, 'No request since this page was opened.'))]));
  }

  #drawCaches() {
    const series = [];
    // By kind, where the caches are counted so; else by level, of what the API tells.
    if (history.has(READS)) {
      for (const kind of history.labels(READS, 'kind')) {
        const missed = history.rates(READS, (it) => it.kind === kind && it.level === 'record');
        const all = history.rates(READS, (it) => it.kind === kind);
        series.push({ label: kind.replaceAll('_', ' '), points: all.map((it, at) => ({ time: it.time, value: it.value ? 1 - missed[at].value / it.value : null })) });
      }
    } else {
      for (const level of ['l1', 'l2']) {
        const known = hits.filter((it) => it.level === level);
        const points = known.slice(1).map((it, at) => {
          const asked = it.hits + it.misses - known[at].hits - known[at].misses;
          return { time: it.time, value: asked > 0 ? (it.hits - known[at].hits) / asked : null };
        });
        if (known.length) series.push({ label: level.toUpperCase(), points });
      }
    }
    this.plots.ratio.show(series);
    const stats = this.stats;
    this.caches.replaceChildren(...(stats ? ['l1', 'l2'].map((level) => h('tr', {}, h('th', { scope: 'row' }, `${level.toUpperCase()} · ${level === 'l1' ? 'Caffeine' : stats.redis_type}`),
      [tell(stats[level]?.hits), tell(stats[level]?.misses), tell(stats[level]?.hit_ratio, '%'), tell(stats[level]?.size ?? stats.total_keys)].map((it) => h('td', { class: 'number' }, it))))
      : [h('tr', {}, h('td', { colspan: 5 }, 'No figures of the cache are served.'))]));
    this.memory.textContent = stats ? `${tell(stats.user_cache_keys)} keys of users, ${tell(stats.task_cache_keys)} of todos, ${tell(stats.session_keys)} of sessions`
      + (this.info?.used_memory_human ? `; Redis uses ${this.info.used_memory_human}, ${this.info.connected_clients} clients` : '') : '';
  }
}

/** Health says what is wrong with a 503 too. */
const healthNow = () => fetch(new URL('../api/health/detailed', import.meta.url), { cache: 'no-store' }).then((it) => it.json());

function duration(seconds) {
  if (seconds === null) return '–';
  const hours = Math.floor(seconds / 3600);
  return hours ? `${hours} h ${Math.floor(seconds / 60) % 60} min` : `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

const badges = () => $('#badges').replaceChildren(isReachable() ? '' : h('span', { class: 'badge bad' }, 'Offline'));
connection.addEventListener('reachable', badges);
connection.addEventListener('ended', toLogin);
watchConnection();
start();
