create table chat_sessions (
    id                blob    not null primary key,
    owner_id          blob    not null references users (id) on delete cascade,
    title             text,
    title_folded      text,
    provider          text,
    model             text,
    archived_at       integer,
    message_count     integer not null,
    prompt_tokens     integer not null,
    completion_tokens integer not null,
    cost_usd          text    not null,
    unpriced_count    integer not null,
    created_at        integer not null,
    updated_at        integer not null,
    version           integer not null
) strict, without rowid;
create index chat_sessions_of_owner on chat_sessions (owner_id, updated_at, id);
create index chat_sessions_by_update on chat_sessions (updated_at, id);

-- With row ids: its rows are long, and would make a deep tree of the key.
create table chat_messages (
    id                blob    not null primary key,
    session_id        blob    not null references chat_sessions (id) on delete cascade,
    owner_id          blob    not null references users (id) on delete cascade,
    sequence          integer not null,
    role              text    not null check (role in ('user', 'assistant', 'system', 'tool')),
    state             text    not null check (state in ('complete', 'interrupted', 'cancelled', 'failed')),
    content           text    not null,
    content_folded    text    not null,
    provider          text,
    model             text,
    prompt_tokens     integer,
    completion_tokens integer,
    cost_usd          text,
    metadata          text    not null,
    created_at        integer not null,
    version           integer not null
) strict;
create unique index chat_messages_one_per_place on chat_messages (session_id, sequence);
create index chat_messages_of_owner on chat_messages (owner_id, created_at, id);
