-- The run of each job that began last, by its fence, and when a run was finished last. A row stays
-- for ever: were it gone, fences would be counted anew and an old one would be good again.
CREATE TABLE job_runs (
  job         TEXT    NOT NULL PRIMARY KEY,
  fence       INTEGER NOT NULL CHECK (fence >= 1),
  finished_at INTEGER
) STRICT, WITHOUT ROWID;
