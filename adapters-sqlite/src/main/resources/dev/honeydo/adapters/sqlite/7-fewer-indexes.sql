-- Each todo stood in ten indexes, and each of them costs whoever creates one a page of the log: now
-- in seven while it is open. UNIQUE (owner, id) cannot be dropped by itself, so the table is made anew.

CREATE TABLE new_todos (
  seq          INTEGER PRIMARY KEY,
  owner        BLOB    NOT NULL CHECK (length(owner) = 16),
  id           BLOB    NOT NULL CHECK (length(id) = 16),
  change       INTEGER NOT NULL,
  heading      TEXT,
  heading_key  TEXT,
  task         TEXT,
  priority     INTEGER,
  due_at       INTEGER,
  tags         TEXT,
  completed_at INTEGER,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  deleted_at   INTEGER,
  CHECK ((deleted_at IS NULL) = (heading IS NOT NULL))
) STRICT;

INSERT INTO new_todos (seq, owner, id, change, heading, heading_key, task, priority, due_at, tags,
    completed_at, created_at, updated_at, version, deleted_at)
  SELECT seq, owner, id, change, heading, heading_key, task, priority, due_at, tags,
    completed_at, created_at, updated_at, version, deleted_at
  FROM todos ORDER BY seq;
DROP TABLE todos;
ALTER TABLE new_todos RENAME TO todos;

-- Ids rise with time: in this order todos of all owners share the page that new ones go to.
CREATE UNIQUE INDEX todos_by_id ON todos (id, owner);
CREATE UNIQUE INDEX todos_by_change ON todos (owner, change);
CREATE INDEX todos_by_deletion ON todos (deleted_at) WHERE deleted_at IS NOT NULL;

-- An index that rows are counted from also has every column that the count is limited by, deleted_at
-- included: SQLite looks it up in every row otherwise.
CREATE INDEX todos_by_age ON todos (owner, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_update ON todos (owner, updated_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_heading ON todos (owner, heading_key, id) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_priority ON todos (owner, priority, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_due ON todos (owner, due_at, id, completed_at, priority, deleted_at)
  WHERE deleted_at IS NULL;
CREATE INDEX todos_by_completion ON todos (owner, completed_at, priority, deleted_at)
  WHERE deleted_at IS NULL AND completed_at IS NOT NULL;

-- How many live todos an owner has of each kind.
CREATE TABLE todo_counts (
  owner     BLOB    NOT NULL CHECK (length(owner) = 16),
  priority  INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  todos     INTEGER NOT NULL CHECK (todos >= 0),
  PRIMARY KEY (owner, priority, completed)
) STRICT, WITHOUT ROWID;
INSERT INTO todo_counts
  SELECT owner, priority, completed_at IS NOT NULL, count(*) FROM todos
  WHERE deleted_at IS NULL GROUP BY 1, 2, 3;
