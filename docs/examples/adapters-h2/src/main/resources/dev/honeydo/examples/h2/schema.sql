-- Instants and durations are milliseconds; ids are text, because they are ordered as text.

create table if not exists users (
  id varchar primary key,
  email_key varchar not null unique,
  email varchar not null,
  name varchar not null,
  role varchar not null,
  email_verified boolean not null,
  disabled boolean not null,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null,
  password_hash varchar not null
);

create table if not exists todos (
  id varchar primary key,
  owner varchar not null,
  heading varchar not null,
  task varchar not null,
  completed boolean not null,
  priority varchar not null,
  due_at bigint,
  tags varchar array not null,
  completed_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  version bigint not null
);
create index if not exists todos_by_owner on todos (owner, created_at, id);

-- The memory of what was deleted.
create table if not exists deleted_todos (
  owner varchar not null,
  id varchar not null,
  deleted_at bigint not null,
  primary key (owner, id)
);

create table if not exists sessions (
  id varchar primary key,
  owner varchar not null,
  token_hash varchar not null unique,
  label varchar,
  user_agent varchar not null,
  address varchar not null,
  method varchar not null,
  created_at bigint not null,
  last_accessed_at bigint not null,
  idle bigint not null,
  ends_at bigint not null,
  data varchar not null
);
create index if not exists sessions_by_owner on sessions (owner);

-- One row, which is locked by whoever opens or ends sessions: they take turns.
create table if not exists session_turn (id int primary key);
merge into session_turn key (id) values (1);

create table if not exists families (
  id varchar primary key,
  owner varchar not null,
  session varchar not null,
  counter bigint not null,
  rotated_at bigint not null,
  ends_at bigint not null
);
create index if not exists families_by_owner on families (owner, session);

-- What a first version of this store did not have.
alter table users add column if not exists name_lower varchar default '' not null;
alter table users add column if not exists email_lower varchar default '' not null;
update users set name_lower = lower(name), email_lower = lower(email) where email_lower = '';
alter table sessions add column if not exists
  expires_at bigint generated always as (least(last_accessed_at + idle, ends_at));
create index if not exists sessions_by_expiry on sessions (expires_at);
create index if not exists families_by_end on families (ends_at);

create table if not exists revoked_tokens (
  owner varchar not null,
  token varchar not null,
  until bigint not null,
  primary key (owner, token)
);
create index if not exists revoked_tokens_by_end on revoked_tokens (until);

-- Nothing is ever deleted from here: tokens of epochs past would be good again.
create table if not exists epochs (owner varchar primary key, epoch bigint not null);

create table if not exists health_trials (id varchar primary key);
