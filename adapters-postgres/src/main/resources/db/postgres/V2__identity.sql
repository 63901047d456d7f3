create table encryption_keys (
    id         text collate "C" not null constraint encryption_keys_id primary key,
    created_at timestamptz      not null,
    version    bigint           not null
);

create table roles (
    id          text collate "C" not null constraint roles_id primary key,
    label       text collate "C" not null,
    description text collate "C",
    permissions json             not null,
    created_at  timestamptz      not null,
    updated_at  timestamptz      not null,
    version     bigint           not null
);

create index users_by_role on users (role, active, id);

create table sessions (
    id            uuid             not null constraint sessions_id primary key,
    user_id       uuid             not null constraint sessions_user references users (id) on delete cascade,
    token_hash    text collate "C" not null,
    previous_hash text collate "C",
    address       text collate "C",
    agent         text collate "C",
    created_at    timestamptz      not null,
    used_at       timestamptz      not null,
    expires_at    timestamptz      not null,
    version       bigint           not null
);
create index sessions_of_user on sessions (user_id, created_at, id);
create index sessions_by_expiry on sessions (expires_at, id);

create table personal_tokens (
    id         uuid             not null constraint personal_tokens_id primary key,
    user_id    uuid             not null constraint personal_tokens_user references users (id) on delete cascade,
    label      text collate "C" not null,
    hash       text collate "C" not null,
    scopes     json             not null,
    created_at timestamptz      not null,
    expires_at timestamptz,
    used_at    timestamptz,
    version    bigint           not null
);
create unique index personal_tokens_hash on personal_tokens (hash);
create index personal_tokens_of_user on personal_tokens (user_id, created_at, id);

create table user_credentials (
    id         uuid             not null constraint user_credentials_id primary key,
    user_id    uuid             not null constraint user_credentials_user references users (id) on delete cascade,
    provider   text collate "C" not null,
    label      text collate "C",
    key_id     text collate "C" not null constraint user_credentials_key references encryption_keys (id) on delete restrict,
    ciphertext text collate "C" not null,
    created_at timestamptz      not null,
    updated_at timestamptz      not null,
    version    bigint           not null
);
create unique index user_credentials_provider_per_user on user_credentials (user_id, provider);
create index user_credentials_under_key on user_credentials (key_id, id);

create table global_credentials (
    id         text collate "C" not null constraint global_credentials_id primary key,
    label      text collate "C",
    key_id     text collate "C" not null constraint global_credentials_key references encryption_keys (id) on delete restrict,
    ciphertext text collate "C" not null,
    created_at timestamptz      not null,
    updated_at timestamptz      not null,
    version    bigint           not null
);
create index global_credentials_under_key on global_credentials (key_id);

create table secrets (
    id         text collate "C" not null constraint secrets_id primary key,
    key_id     text collate "C" not null constraint secrets_key references encryption_keys (id) on delete restrict,
    ciphertext text collate "C" not null,
    created_at timestamptz      not null,
    updated_at timestamptz      not null,
    version    bigint           not null
);
create index secrets_under_key on secrets (key_id);

create table signing_keys (
    id         uuid             not null constraint signing_keys_id primary key,
    key_id     text collate "C" not null constraint signing_keys_key references encryption_keys (id) on delete restrict,
    ciphertext text collate "C" not null,
    created_at timestamptz      not null,
    version    bigint           not null
);
create index signing_keys_under_key on signing_keys (key_id);
create index signing_keys_newest on signing_keys (created_at, id);

-- Outlives what it names, so it refers to nothing.
create table audit_entries (
    id            uuid             not null constraint audit_entries_id primary key,
    occurred_at   timestamptz      not null,
    actor_id      uuid,
    actor_name    text collate "C" not null,
    action        text collate "C" not null,
    resource_type text collate "C" not null,
    resource_id   text collate "C" not null,
    project_id    uuid,
    old_values    json             not null,
    new_values    json             not null,
    session_id    uuid,
    request_id    text collate "C",
    address       text collate "C",
    agent         text collate "C"
);
create index audit_entries_newest on audit_entries (occurred_at, id);
create index audit_entries_of_actor on audit_entries (actor_id, occurred_at, id) where actor_id is not null;
create index audit_entries_of_project on audit_entries (project_id, occurred_at, id) where project_id is not null;
create index audit_entries_of_action on audit_entries (action, occurred_at, id);

create table sign_in_attempts (
    id              text collate "C" not null constraint sign_in_attempts_id primary key,
    failures        bigint           not null,
    first_failed_at timestamptz      not null,
    last_failed_at  timestamptz      not null,
    blocked_until   timestamptz,
    version         bigint           not null
);
create index sign_in_attempts_oldest on sign_in_attempts (last_failed_at, id);

create table guards (
    id      text collate "C" not null constraint guards_id primary key,
    version bigint           not null
);
insert into guards values ('administration', 0);
