-- A record as version 1 wrote it. Never changed: later versions must be able to read it.

CREATE TABLE users (
  id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name           TEXT    NOT NULL,
  email          TEXT    NOT NULL,
  email_key      TEXT    NOT NULL UNIQUE,
  role           TEXT    NOT NULL,
  email_verified INTEGER NOT NULL,
  disabled       INTEGER NOT NULL,
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  version        INTEGER NOT NULL,
  password_hash  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE todos (
  seq          INTEGER PRIMARY KEY,
  owner        BLOB    NOT NULL CHECK (length(owner) = 16),
  id           BLOB    NOT NULL CHECK (length(id) = 16),
  heading      TEXT,
  task         TEXT,
  priority     INTEGER,
  due_at       INTEGER,
  tags         TEXT,
  completed_at INTEGER,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  deleted_at   INTEGER,
  CHECK ((deleted_at IS NULL) = (heading IS NOT NULL)),
  UNIQUE (owner, id)
) STRICT;

CREATE INDEX todos_by_age ON todos (owner, created_at, id) WHERE deleted_at IS NULL;

CREATE TABLE sessions (
  owner            BLOB    NOT NULL CHECK (length(owner) = 16),
  id               BLOB    NOT NULL CHECK (length(id) = 16),
  token            TEXT    NOT NULL,
  label            TEXT,
  user_agent       TEXT    NOT NULL,
  address          TEXT    NOT NULL,
  method           TEXT    NOT NULL,
  created_at       INTEGER NOT NULL,
  last_accessed_at INTEGER NOT NULL,
  idle_seconds     INTEGER NOT NULL,
  idle_nanos       INTEGER NOT NULL,
  ends_at          INTEGER NOT NULL,
  data             TEXT    NOT NULL,
  PRIMARY KEY (owner, id),
  UNIQUE (owner, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE refresh_families (
  id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  owner      BLOB    NOT NULL CHECK (length(owner) = 16),
  session    BLOB    NOT NULL CHECK (length(session) = 16),
  counter    INTEGER NOT NULL,
  rotated_at INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX refresh_families_by_session ON refresh_families (owner, session);

CREATE TABLE health_probes (
  id INTEGER PRIMARY KEY
) STRICT;
PRAGMA user_version = 1;

INSERT INTO users VALUES (
  x'01931d1e7a0070008000000000000001', 'Ada', 'Ada@example.org', 'ada@example.org', 'USER', 0, 0,
  1732147200000, 1732147200000, 1, '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA');

INSERT INTO todos VALUES (
  1, x'01931d1e7a0070008000000000000001', x'01931d1e7a00700080000000000000f1', 'Buy bread', '', 1,
  NULL, '["home","the \"good\""]', NULL, 1732147200000, 1732147200000, 1, NULL);
