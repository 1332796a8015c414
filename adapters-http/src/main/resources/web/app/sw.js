// Lets the page itself be opened without a connection. The network comes first: what is kept here is only
// shown when the server cannot be reached. The API is never answered from here.

const NAME = 'honeydo-app-1';
const PAGE = new URL('../app', self.location).href;
const FILES = ['style.css', 'icon.svg', 'main.js', 'dom.js', 'api.js', 'outbox.js', 'live.js', 'todos.js', 'todo-list.js', 'todo-form.js', 'account.js']
  .map((it) => new URL(it, self.location).href);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll([PAGE, ...FILES])).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((it) => it.startsWith('honeydo-app-') && it !== NAME).map((it) => caches.delete(it))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET' || (url !== PAGE && !FILES.includes(url))) return;
  event.respondWith(fetch(request).then((response) => {
    if (response.ok) {
      const copy = response.clone();
      event.waitUntil(caches.open(NAME).then((cache) => cache.put(url, copy)));
    }
    return response;
  }).catch(() => caches.match(url).then((kept) => kept ?? Response.error())));
});
