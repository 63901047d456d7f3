-- SQLite changes no check, so the table is made anew.
create table chat_messages_17 (
    id                blob    not null primary key,
    session_id        blob    not null references chat_sessions (id) on delete cascade,
    owner_id          blob    not null references users (id) on delete cascade,
    sequence          integer not null,
    role              text    not null check (role in ('user', 'assistant', 'system', 'tool')),
    state             text    not null check (state in ('pending', 'complete', 'interrupted', 'cancelled', 'failed')),
    content           text    not null,
    content_folded    text    not null,
    provider          text,
    model             text,
    prompt_tokens     integer,
    completion_tokens integer,
    cost_usd          text,
    tool_calls        text    not null,
    metadata          text    not null,
    created_at        integer not null,
    version           integer not null
) strict;
insert into chat_messages_17
    select id, session_id, owner_id, sequence, role, state, content, content_folded, provider, model, prompt_tokens,
        completion_tokens, cost_usd, tool_calls, metadata, created_at, version
    from chat_messages;
drop table chat_messages;
alter table chat_messages_17 rename to chat_messages;
create unique index chat_messages_one_per_place on chat_messages (session_id, sequence);
create index chat_messages_of_owner on chat_messages (owner_id, created_at, id);

alter table chat_settings add column requests_per_minute integer;
alter table chat_settings add column tokens_per_minute integer;
alter table chat_settings add column cost_usd_per_day text;

create table chat_allowances (
    id       blob    not null primary key,
    began_at integer not null,
    requests integer not null,
    tokens   integer not null,
    version  integer not null
) strict, without rowid;
create index chat_allowances_oldest on chat_allowances (began_at, id);
