-- What was asked for under an Idempotency-Key; status and body are there once it is complete.

CREATE TABLE idempotency (
  seq          INTEGER PRIMARY KEY,
  key          TEXT    NOT NULL UNIQUE,
  fingerprint  TEXT    NOT NULL,
  seed         BLOB    NOT NULL CHECK (length(seed) = 16),
  attempt      INTEGER NOT NULL,
  leased_until INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  status       INTEGER,
  media_type   TEXT,
  location     TEXT,
  etag         TEXT,
  body         TEXT,
  CHECK ((status IS NULL) = (body IS NULL))
) STRICT;

CREATE INDEX idempotency_by_expiry ON idempotency (expires_at);
