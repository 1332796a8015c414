-- What those who run caches before the record ask of it.

-- Whose a todo is, deleted or not.
CREATE INDEX todos_by_id ON todos (id, owner);

-- Who was seen last.
CREATE INDEX sessions_by_use ON sessions (last_accessed_at, expires_at, owner);

-- Which instances write what nobody hears of, and when each said so last.
CREATE TABLE unheard_writers (
  instance BLOB    NOT NULL PRIMARY KEY CHECK (length(instance) = 16),
  at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
