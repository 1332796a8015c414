// Small plots in SVG. Each says in words what it shows: series differ by dash and label too, not by colour alone.

import { h } from '../app/dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 110;
const LEFT = 42;
const BOTTOM = 16;

function s(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A number with its unit, short enough for a legend. */
export function tell(value, unit = '') {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (unit === 's') return value >= 1 ? `${value.toFixed(2)} s` : `${(value * 1000).toFixed(value < 0.01 ? 2 : 0)} ms`;
  if (unit === 'B') return value > 2 ** 30 ? `${(value / 2 ** 30).toFixed(1)} GiB` : `${(value / 2 ** 20).toFixed(0)} MiB`;
  if (unit === '%') return `${(value * 100).toFixed(1)} %`;
  return `${Math.abs(value) >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(2)}${unit && ` ${unit}`}`;
}

/** A plot of lines over time. */
export class Plot {
  constructor(title, { unit = '', note = '', top = null } = {}) {
    Object.assign(this, { title, unit, top });
    this.svg = s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': title });
    this.legend = h('ul', { class: 'legend' });
    this.element = h('figure', { class: 'card plot' }, h('figcaption', {}, h('h3', {}, title), note && h('small', {}, note)), this.svg, this.legend);
  }

  /** Shows these series: [{label, points: [{time, value}]}]. */
  show(series) {
    const all = series.flatMap((it) => it.points).filter((it) => it.value !== null);
    const to = Math.max(...all.map((it) => it.time));
    const from = Math.min(...all.map((it) => it.time), to - 60_000);
    const top = this.top ?? nice(Math.max(...all.map((it) => it.value), 0) || (this.unit === 's' ? 0.001 : 1), this.unit === 'B' ? 2 ** 20 : 1);
    const x = (time) => LEFT + (time - from) / (to - from) * (WIDTH - LEFT - 4);
    const y = (value) => 6 + (1 - Math.min(value / top, 1)) * (HEIGHT - BOTTOM - 6);
    this.svg.replaceChildren(
      ...[0, 0.5, 1].flatMap((share) => [
        s('line', { class: 'grid', x1: LEFT, x2: WIDTH - 4, y1: y(top * share), y2: y(top * share) }),
        s('text', { x: LEFT - 4, y: y(top * share) + 3, 'text-anchor': 'end' }, mark(top * share, this.unit)),
      ]),
      ...(all.length ? [s('text', { x: LEFT, y: HEIGHT - 3 }, ago(to - from)), s('text', { x: WIDTH - 4, y: HEIGHT - 3, 'text-anchor': 'end' }, 'now')] : []),
      ...series.map((it, at) => s('path', { class: `line c${at % 6}`, d: path(it.points, x, y) })));
    const words = series.map((it) => `${it.label} ${tell(it.points.at(-1)?.value, this.unit)}`);
    this.svg.setAttribute('aria-label', `${this.title}, now: ${words.join(', ') || 'nothing yet'}`);
    this.legend.replaceChildren(...(series.length ? series.map((it, at) => h('li', {}, swatch(at), `${it.label} `, h('b', {}, tell(it.points.at(-1)?.value, this.unit)))) : [h('li', {}, 'Nothing yet.')]));
  }
}

const swatch = (at) => s('svg', { class: 'swatch', viewBox: '0 0 22 8', 'aria-hidden': 'true' }, s('path', { class: `line c${at % 6}`, d: 'M1 4H21' }));

function path(points, x, y) {
  let d = '';
  let pen = 'M';
  for (const { time, value } of points) {
    if (value === null) {
      pen = 'M';
    } else {
      d += `${pen}${x(time).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
    }
  }
  return d;
}

function nice(value, unit) {
  const power = 10 ** Math.floor(Math.log10(value / unit)) * unit;
  return [1, 2, 5, 10].find((it) => it * power >= value * 0.999) * power;
}

/** A number at the axis: round, so in few digits. */
function mark(value, unit) {
  if (unit === '%') return `${value * 100} %`;
  if (unit === 's') return value >= 1 ? `${value} s` : `${Number((value * 1000).toPrecision(3))} ms`;
  return unit === 'B' ? tell(value, unit) : String(Number(value.toPrecision(3)));
}

const ago = (ms) => (ms < 90_000 ? `${Math.round(ms / 1000)} s ago` : `${Math.round(ms / 60_000)} min ago`);

/** What was so and what was not, over time: one band for each thing that is watched. */
export class Timeline {
  constructor(title, { good, bad, none }) {
    Object.assign(this, { good, bad, none });
    this.rows = h('ul', { class: 'timeline' });
    this.element = h('section', { class: 'card' }, h('h3', {}, title), this.rows);
  }

  /** Shows these: [{label, points: [{time, value}]}], where 0 is good and anything else is not. */
  show(series) {
    if (!series.length) return this.rows.replaceChildren(h('li', { class: 'none' }, this.none));
    this.rows.replaceChildren(...series.map(({ label, points }) => {
      const known = points.filter((it) => it.value !== null);
      const from = known[0]?.time ?? 0;
      const span = Math.max(1, (known.at(-1)?.time ?? 0) - from);
      const bars = known.slice(0, -1).map((it, at) => s('rect', {
        class: it.value ? 'off' : 'on', x: (it.time - from) / span * WIDTH, width: (known[at + 1].time - it.time) / span * WIDTH + 0.3,
        y: it.value ? 0 : 4, height: it.value ? 12 : 4,
      }));
      const now = known.at(-1)?.value ? this.bad : this.good;
      return h('li', {}, h('span', {}, label), h('span', { class: `badge ${now === this.bad ? 'bad' : 'good'}` }, now),
        s('svg', { viewBox: `0 0 ${WIDTH} 12`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...bars));
    }));
  }
}
