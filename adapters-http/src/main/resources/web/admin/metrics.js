// Reads Prometheus' text format and keeps the last readings, to tell rates and quantiles between them.

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;
const KEPT = 240;

const NUMBERS = { '+Inf': Infinity, '-Inf': -Infinity, NaN };

/** The samples of a text: [{name, labels, value}]; what cannot be read is left out. */
export function parse(text) {
  const samples = [];
  for (const line of text.split('\n')) {
    const match = line[0] === '#' ? null : LINE.exec(line);
    if (!match) continue;
    const labels = {};
    for (const [, name, value] of (match[2] ?? '').matchAll(LABEL)) labels[name] = value.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
    samples.push({ name: match[1], labels, value: match[3] in NUMBERS ? NUMBERS[match[3]] : Number(match[3]) });
  }
  return samples;
}

/** One reading: what each metric said at a time. */
class Reading {
  constructor(time, samples) {
    this.time = time;
    this.byName = Map.groupBy ? Map.groupBy(samples, (it) => it.name) : group(samples);
  }

  of(name) {
    return this.byName.get(name) ?? [];
  }
}

function group(samples) {
  const groups = new Map();
  for (const it of samples) groups.set(it.name, [...(groups.get(it.name) ?? []), it]);
  return groups;
}

const keyOf = (labels) => JSON.stringify(Object.entries(labels).sort());

export class History {
  readings = [];

  add(text, time = Date.now()) {
    this.readings.push(new Reading(time, parse(text)));
    if (this.readings.length > KEPT) this.readings.shift();
  }

  get last() {
    return this.readings.at(-1);
  }

  has(name) {
    return (this.last?.of(name).length ?? 0) > 0;
  }

  /** What a gauge says now, summed over what `where` admits; null where it is not served. */
  value(name, where = () => true, reading = this.last) {
    const found = (reading?.of(name) ?? []).filter((it) => where(it.labels) && !Number.isNaN(it.value));
    return found.length ? found.reduce((sum, it) => sum + it.value, 0) : null;
  }

  /** By how much a counter grew from one reading to a later one; a process that began anew began at 0. */
  growth(name, where, from, to) {
    const before = new Map((from?.of(name) ?? []).map((it) => [keyOf(it.labels), it.value]));
    let sum = 0;
    for (const { labels, value } of to.of(name)) {
      if (where(labels)) {
        const known = before.get(keyOf(labels)) ?? 0;
        sum += value >= known ? value - known : value;
      }
    }
    return sum;
  }

  /** A counter's growth for each second, between each reading and the one before: [{time, value}]. */
  rates(name, where = () => true, each = 1) {
    return this.#pairs((from, to) => (to.of(name).length || from.of(name).length
      ? this.growth(name, where, from, to) / ((to.time - from.time) / 1000) * each : null));
  }

  values(name, where) {
    return this.readings.map((reading) => ({ time: reading.time, value: this.value(name, where, reading) }));
  }

  /** What a part of a histogram lay below, over the last readings before each: [{time, value}] in its unit. */
  quantiles(name, quantile, where = () => true, window = 5) {
    return this.readings.slice(1).map((to, at) => {
      const from = this.readings[Math.max(0, at + 1 - window)];
      return { time: to.time, value: this.quantile(name, quantile, where, from, to) };
    });
  }

  quantile(name, quantile, where, from, to) {
    const bounds = [...new Set(to.of(`${name}_bucket`).map((it) => it.labels.le))]
      .map((le) => ({ le, bound: le in NUMBERS ? NUMBERS[le] : Number(le) })).sort((a, b) => a.bound - b.bound);
    const counts = bounds.map(({ le, bound }) => ({ bound, count: this.growth(`${name}_bucket`, (it) => it.le === le && where(it), from, to) }));
    const total = counts.at(-1)?.count ?? 0;
    if (!total) return null;
    const wanted = quantile * total;
    const at = counts.findIndex((it) => it.count >= wanted);
    const below = at > 0 ? counts[at - 1] : { bound: 0, count: 0 };
    if (counts[at].bound === Infinity) return below.bound;
    const share = counts[at].count === below.count ? 1 : (wanted - below.count) / (counts[at].count - below.count);
    return below.bound + (counts[at].bound - below.bound) * share;
  }

  #pairs(tell) {
    return this.readings.slice(1).map((to, at) => ({ time: to.time, value: tell(this.readings[at], to) }));
  }

  /** The values that a label has now. */
  labels(name, label) {
    return [...new Set((this.last?.of(name) ?? []).map((it) => it.labels[label]).filter((it) => it !== undefined))].sort();
  }
}
