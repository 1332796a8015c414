-- What sessions, admins and the revocation of access tokens need.

-- Name and address in lower case, as the adapter writes them, for the list of users to be searched
-- in. SQLite lowers ASCII letters only: a user who is there already is found by others of their
-- letters as they typed them, until they change.
ALTER TABLE users ADD COLUMN name_lower TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN email_lower TEXT NOT NULL DEFAULT '';
UPDATE users SET name_lower = lower(name), email_lower = lower(email);

-- The first whole millisecond at which a session is no longer live.
ALTER TABLE sessions ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET expires_at =
  min(last_accessed_at + idle_seconds * 1000 + (idle_nanos + 999999) / 1000000, ends_at);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE INDEX refresh_families_by_end ON refresh_families (ends_at);

CREATE TABLE revoked_tokens (
  owner BLOB    NOT NULL CHECK (length(owner) = 16),
  token BLOB    NOT NULL CHECK (length(token) = 16),
  until INTEGER NOT NULL,
  PRIMARY KEY (owner, token)
) STRICT, WITHOUT ROWID;

CREATE INDEX revoked_tokens_by_end ON revoked_tokens (until);

-- A row stays for ever: were it gone, the tokens of epochs past would be good again.
CREATE TABLE epochs (
  owner BLOB    NOT NULL PRIMARY KEY CHECK (length(owner) = 16),
  epoch INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
