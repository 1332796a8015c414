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

-- Lists in every order. The heading's key is its UTF-8, so that code points are compared; what is
-- never due is late in the one column and early in the other.
alter table todos add column if not exists heading_key varbinary;
alter table todos add column if not exists urgency int
  generated always as (case priority when 'LOW' then 0 when 'NORMAL' then 1 else 2 end);
alter table todos add column if not exists due_rising bigint
  generated always as (coalesce(due_at, 9007199254740991));
alter table todos add column if not exists due_falling bigint
  generated always as (coalesce(due_at, -9007199254740991));
create index if not exists todos_by_update on todos (owner, updated_at, id);
create index if not exists todos_by_heading on todos (owner, heading_key, id);
create index if not exists todos_by_urgency on todos (owner, urgency, id);
create index if not exists todos_by_due on todos (owner, due_rising, id);
create index if not exists todos_by_due_falling on todos (owner, due_falling, id);

-- The number of the last change of what is there and of what is not any more.
alter table todos add column if not exists change_number bigint default 0 not null;
alter table deleted_todos add column if not exists change_number bigint default 0 not null;
create index if not exists todos_by_change on todos (owner, change_number);
create index if not exists deleted_todos_by_change on deleted_todos (owner, change_number);
create index if not exists deleted_todos_by_age on deleted_todos (deleted_at);

-- The last number given to each owner's changes, and the highest one of a deletion that is forgotten.
create table if not exists todo_changes (
  owner varchar primary key,
  last bigint not null,
  forgotten bigint not null
);

-- The words of each todo, each with the smallest part of the todo that has it.
create table if not exists todo_words (
  owner varchar not null,
  word varchar not null,
  part int not null,
  todo varchar not null,
  primary key (owner, word, part, todo)
);
create index if not exists todo_words_by_todo on todo_words (todo);

create table if not exists revoked_tokens (
  owner varchar not null,
  token varchar not null,
  until bigint not null,
  primary key (owner, token)
);
create index if not exists revoked_tokens_by_end on revoked_tokens (until);

-- Nothing is ever deleted from here: tokens of epochs past would be good again.
create table if not exists epochs (owner varchar primary key, epoch bigint not null);

-- What was asked for once; status and body are there once it is complete.
create table if not exists idempotency (
  claim_key varchar primary key,
  fingerprint varchar not null,
  seed varchar not null,
  attempt bigint not null,
  leased_until bigint not null,
  expires_at bigint not null,
  status int,
  body clob,
  media_type varchar,
  location varchar,
  etag varchar
);
create index if not exists idempotency_by_expiry on idempotency (expires_at);

-- Nothing is ever deleted from here, either: a fence of a run long past would be good again.
create table if not exists job_runs (
  job varchar primary key,
  fence bigint not null,
  finished_at bigint
);

create index if not exists deleted_todos_by_id on deleted_todos (id);

-- The instances whose writes nobody hears of, and when each said so last.
create table if not exists unheard_writers (
  instance varchar primary key,
  at bigint not null
);

create table if not exists health_trials (id varchar primary key);
