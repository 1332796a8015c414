-- What lists in any order, searches, counts and the feed of changes need. The functions are
-- TextFunctions: only Honeydo can take this step.

-- The heading in lower case, by code points, for lists in its order.
ALTER TABLE todos ADD COLUMN heading_key TEXT;
UPDATE todos SET heading_key = honeydo_sort_key(heading) WHERE deleted_at IS NULL;

-- What is never due is last either way: behind the latest in the one, before the earliest in the other.
ALTER TABLE todos ADD COLUMN due_rising  INTEGER AS (coalesce(due_at, 9007199254740991)) VIRTUAL;
ALTER TABLE todos ADD COLUMN due_falling INTEGER AS (coalesce(due_at, -9007199254740991)) VIRTUAL;

CREATE INDEX todos_by_update ON todos (owner, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_heading ON todos (owner, heading_key, id) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_due ON todos (owner, due_rising, id) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_due_falling ON todos (owner, due_falling, id) WHERE deleted_at IS NULL;
CREATE INDEX todos_by_priority ON todos (owner, priority, id) WHERE deleted_at IS NULL;

-- All that is counted; with what it is limited by, for SQLite looks that up in every row otherwise.
CREATE INDEX todos_counted ON todos (owner, completed_at, priority, due_at, deleted_at)
  WHERE deleted_at IS NULL;

-- The number of a todo's last change among its owner's, deleted todos included.
ALTER TABLE todos ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
UPDATE todos SET change = seq;
CREATE UNIQUE INDEX todos_by_change ON todos (owner, change);
CREATE INDEX todos_by_deletion ON todos (deleted_at) WHERE deleted_at IS NOT NULL;

-- The last number given, and the highest one of a deletion that is forgotten.
CREATE TABLE todo_changes (
  owner     BLOB    NOT NULL PRIMARY KEY CHECK (length(owner) = 16),
  last      INTEGER NOT NULL,
  forgotten INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO todo_changes SELECT owner, max(change), 0 FROM todos GROUP BY owner;

-- The words of live todos, by rowid = seq. Each is written as its owner in hexadecimal digits and
-- the word, so that what one owner searches never touches what another has; the tokenizer has
-- nothing left to do but to part them at blanks.
CREATE VIRTUAL TABLE todo_words USING fts5 (
  heading, tags, task,
  content = '', contentless_delete = 1, detail = column, tokenize = 'ascii'
);
INSERT INTO todo_words (rowid, heading, tags, task)
  SELECT seq, honeydo_words(owner, heading), honeydo_words(owner, tags), honeydo_words(owner, task)
  FROM todos WHERE deleted_at IS NULL;
