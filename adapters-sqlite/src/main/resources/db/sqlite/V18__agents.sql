create table agent_settings (
    id            text    not null primary key,
    provider      text,
    models        text    not null,
    temperature   text    not null,
    max_tokens    integer not null,
    system_prompt text    not null,
    skills        text    not null,
    created_at    integer not null,
    updated_at    integer not null,
    version       integer not null
) strict, without rowid;

create table chat_presets (
    id            blob    not null primary key,
    owner_id      blob    references users (id) on delete cascade,
    scope         blob    not null,
    name          text    not null,
    description   text,
    agent         text    not null,
    shared        integer not null check (shared in (0, 1)),
    provider      text,
    model         text,
    temperature   text,
    max_tokens    integer,
    system_prompt text,
    tools_enabled integer not null check (tools_enabled in (0, 1)),
    tools         text    not null,
    created_at    integer not null,
    updated_at    integer not null,
    version       integer not null
) strict, without rowid;
create unique index chat_presets_name_per_owner on chat_presets (scope, name);
create index chat_presets_in_scope on chat_presets (scope, created_at, id);
create index chat_presets_shared on chat_presets (shared, created_at, id);
create index chat_presets_of_owner on chat_presets (owner_id);
