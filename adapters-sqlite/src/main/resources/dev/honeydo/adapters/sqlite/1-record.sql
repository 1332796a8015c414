-- Ids are the 16 bytes of a UUID, most significant first, so that their order is that of their text.
-- Instants are milliseconds since 1970.

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

-- A deleted todo keeps its row and loses its content. Tags are a JSON array, for json_each to read.
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

-- What the health probe writes is gone again before its transaction ends.
CREATE TABLE health_probes (
  id INTEGER PRIMARY KEY
) STRICT;
