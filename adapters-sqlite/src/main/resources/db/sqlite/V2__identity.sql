create table encryption_keys (
    id         text    not null primary key,
    created_at integer not null,
    version    integer not null
) strict, without rowid;

create table roles (
    id          text    not null primary key,
    label       text    not null,
    description text,
    permissions text    not null,
    created_at  integer not null,
    updated_at  integer not null,
    version     integer not null
) strict, without rowid;

create index users_by_role on users (role, active, id);

create table sessions (
    id            blob    not null primary key,
    user_id       blob    not null references users (id) on delete cascade,
    token_hash    text    not null,
    previous_hash text,
    address       text,
    agent         text,
    created_at    integer not null,
    used_at       integer not null,
    expires_at    integer not null,
    version       integer not null
) strict, without rowid;
create index sessions_of_user on sessions (user_id, created_at, id);
create index sessions_by_expiry on sessions (expires_at, id);

create table personal_tokens (
    id         blob    not null primary key,
    user_id    blob    not null references users (id) on delete cascade,
    label      text    not null,
    hash       text    not null,
    scopes     text    not null,
    created_at integer not null,
    expires_at integer,
    used_at    integer,
    version    integer not null
) strict, without rowid;
create unique index personal_tokens_hash on personal_tokens (hash);
create index personal_tokens_of_user on personal_tokens (user_id, created_at, id);

create table user_credentials (
    id         blob    not null primary key,
    user_id    blob    not null references users (id) on delete cascade,
    provider   text    not null,
    label      text,
    key_id     text    not null references encryption_keys (id) on delete restrict,
    ciphertext text    not null,
    created_at integer not null,
    updated_at integer not null,
    version    integer not null
) strict, without rowid;
create unique index user_credentials_provider_per_user on user_credentials (user_id, provider);
create index user_credentials_under_key on user_credentials (key_id, id);

create table global_credentials (
    id         text    not null primary key,
    label      text,
    key_id     text    not null references encryption_keys (id) on delete restrict,
    ciphertext text    not null,
    created_at integer not null,
    updated_at integer not null,
    version    integer not null
) strict, without rowid;
create index global_credentials_under_key on global_credentials (key_id);

create table secrets (
    id         text    not null primary key,
    key_id     text    not null references encryption_keys (id) on delete restrict,
    ciphertext text    not null,
    created_at integer not null,
    updated_at integer not null,
    version    integer not null
) strict, without rowid;
create index secrets_under_key on secrets (key_id);

create table signing_keys (
    id         blob    not null primary key,
    key_id     text    not null references encryption_keys (id) on delete restrict,
    ciphertext text    not null,
    created_at integer not null,
    version    integer not null
) strict, without rowid;
create index signing_keys_under_key on signing_keys (key_id);
create index signing_keys_newest on signing_keys (created_at, id);

-- Outlives what it names, so it refers to nothing.
create table audit_entries (
    id            blob    not null primary key,
    occurred_at   integer not null,
    actor_id      blob,
    actor_name    text    not null,
    action        text    not null,
    resource_type text    not null,
    resource_id   text    not null,
    project_id    blob,
    old_values    text    not null,
    new_values    text    not null,
    session_id    blob,
    request_id    text,
    address       text,
    agent         text
) strict, without rowid;
create index audit_entries_newest on audit_entries (occurred_at, id);
create index audit_entries_of_actor on audit_entries (actor_id, occurred_at, id) where actor_id is not null;
create index audit_entries_of_project on audit_entries (project_id, occurred_at, id) where project_id is not null;
create index audit_entries_of_action on audit_entries (action, occurred_at, id);

create table sign_in_attempts (
    id              text    not null primary key,
    failures        integer not null,
    first_failed_at integer not null,
    last_failed_at  integer not null,
    blocked_until   integer,
    version         integer not null
) strict, without rowid;
create index sign_in_attempts_oldest on sign_in_attempts (last_failed_at, id);

create table guards (
    id      text    not null primary key,
    version integer not null
) strict, without rowid;
insert into guards values ('administration', 0);
