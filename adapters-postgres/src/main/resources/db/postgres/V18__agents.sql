create table agent_settings (
    id            text collate "C" not null constraint agent_settings_id primary key,
    provider      text collate "C",
    models        json             not null,
    temperature   numeric          not null,
    max_tokens    bigint           not null,
    system_prompt text collate "C" not null,
    skills        json             not null,
    created_at    timestamptz      not null,
    updated_at    timestamptz      not null,
    version       bigint           not null
);

create table chat_presets (
    id            uuid             not null constraint chat_presets_id primary key,
    owner_id      uuid             constraint chat_presets_owner references users (id) on delete cascade,
    scope         uuid             not null,
    name          text collate "C" not null,
    description   text collate "C",
    agent         text collate "C" not null,
    shared        boolean          not null,
    provider      text collate "C",
    model         text collate "C",
    temperature   numeric,
    max_tokens    bigint,
    system_prompt text collate "C",
    tools_enabled boolean          not null,
    tools         json             not null,
    created_at    timestamptz      not null,
    updated_at    timestamptz      not null,
    version       bigint           not null
);
create unique index chat_presets_name_per_owner on chat_presets (scope, name);
create index chat_presets_in_scope on chat_presets (scope, created_at, id);
create index chat_presets_shared on chat_presets (shared, created_at, id);
create index chat_presets_of_owner on chat_presets (owner_id);
