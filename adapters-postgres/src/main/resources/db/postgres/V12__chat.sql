create table chat_sessions (
    id                uuid             not null constraint chat_sessions_id primary key,
    owner_id          uuid             not null constraint chat_sessions_owner references users (id) on delete cascade,
    title             text collate "C",
    title_folded      text collate "C",
    provider          text collate "C",
    model             text collate "C",
    archived_at       timestamptz,
    message_count     bigint           not null,
    prompt_tokens     bigint           not null,
    completion_tokens bigint           not null,
    cost_usd          numeric          not null,
    unpriced_count    bigint           not null,
    created_at        timestamptz      not null,
    updated_at        timestamptz      not null,
    version           bigint           not null
);
create index chat_sessions_of_owner on chat_sessions (owner_id, updated_at, id);
create index chat_sessions_by_update on chat_sessions (updated_at, id);

create table chat_messages (
    id                uuid             not null constraint chat_messages_id primary key,
    session_id        uuid             not null constraint chat_messages_session references chat_sessions (id) on delete cascade,
    owner_id          uuid             not null constraint chat_messages_owner references users (id) on delete cascade,
    sequence          bigint           not null,
    role              text collate "C" not null check (role in ('user', 'assistant', 'system', 'tool')),
    state             text collate "C" not null check (state in ('complete', 'interrupted', 'cancelled', 'failed')),
    content           text collate "C" not null,
    content_folded    text collate "C" not null,
    provider          text collate "C",
    model             text collate "C",
    prompt_tokens     bigint,
    completion_tokens bigint,
    cost_usd          numeric,
    metadata          json             not null,
    created_at        timestamptz      not null,
    version           bigint           not null
);
create unique index chat_messages_one_per_place on chat_messages (session_id, sequence);
create index chat_messages_of_owner on chat_messages (owner_id, created_at, id);
