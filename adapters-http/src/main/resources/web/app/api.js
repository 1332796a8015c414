// The API, as a browser sees it: the session is a cookie that no script can read.

const BASE = new URL('../api/', import.meta.url);
const PATIENCE = 15_000;

/** Tells when the server can be reached and when not (`reachable`), and when the session is over (`ended`). */
export const connection = new EventTarget();
let reachable = navigator.onLine;

export const isReachable = () => reachable;

function found(now) {
  if (reachable !== now) {
    reachable = now;
    connection.dispatchEvent(new Event('reachable'));
  }
}

addEventListener('offline', () => found(false));

/** An answer that is a problem (RFC 9457). */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body?.detail ?? body?.title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = body?.code ?? '';
    this.errors = body?.errors ?? [];
    this.retryAfter = retryAfter;
    if (status === 429) this.message = `Too many requests. Try again in ${retryAfter} s.`;
  }

  /** Whether the same request may go well later. */
  get passes() {
    return this.status >= 500 || this.status === 429 || this.code === 'idempotency_in_progress';
  }
}

/** No answer at all: whether the request was carried out is unknown. */
export class Unreachable extends Error {
  constructor() {
    super('Honeydo cannot be reached right now.');
    this.passes = true;
  }
}

/** Sends a request; the answer's `body` is parsed JSON or null. Throws Problem or Unreachable. */
export async function call(method, path, { body, headers = {}, keepalive = false } = {}) {
  const init = { method, headers: { Accept: 'application/json', ...headers }, keepalive, cache: 'no-store' };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  let response;
  let text;
  try {
    response = await fetch(new URL(path, BASE), { ...init, signal: AbortSignal.timeout(PATIENCE) });
    text = await response.text();
  } catch {
    found(false);
    throw new Unreachable();
  }
  found(true);
  const parsed = parse(text);
  if (response.ok || response.status === 304) {
    return { status: response.status, body: parsed, headers: response.headers };
  }
  const problem = new Problem(response.status, parsed, Number(response.headers.get('Retry-After')) || 0);
  if (response.status === 401 && problem.code !== 'invalid_credentials') {
    connection.dispatchEvent(new Event('ended'));
  }
  throw problem;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** Whether the server answers at all; asked while it does not. */
export async function ping() {
  try {
    await fetch(new URL('../livez', BASE), { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    found(true);
  } catch {
    found(false);
  }
  return reachable;
}

export const ifMatch = (version) => ({ 'If-Match': `"${version}"` });

export const query = (parameters) => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
};
