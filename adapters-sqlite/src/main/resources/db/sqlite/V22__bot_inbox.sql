-- With row ids: its rows are long.
create table bot_updates (
    id           blob    not null primary key,
    platform     text    not null,
    update_id    text    not null,
    ordinal      integer not null,
    conversation text    not null,
    sender       text    not null,
    sender_name  text,
    message_id   text,
    text         text,
    address      text    not null,
    lane_id      blob,
    reply        text,
    parts_sent   integer not null,
    sending      integer not null check (sending in (0, 1)),
    repeated     integer not null check (repeated in (0, 1)),
    received_at  integer not null,
    version      integer not null
) strict;
create index bot_updates_open on bot_updates (lane_id, ordinal, id) where lane_id is not null;
create index bot_updates_ended on bot_updates (received_at, id) where lane_id is null;

create table bot_lanes (
    id       blob    not null primary key,
    platform text    not null,
    state    text    not null check (state in ('free', 'taken')),
    worker   blob,
    renewals integer not null,
    failures integer not null,
    due_at   integer not null,
    version  integer not null
) strict, without rowid;
create index bot_lanes_free on bot_lanes (due_at, id) where state = 'free';
create index bot_lanes_taken on bot_lanes (due_at, id) where state = 'taken';

create table bot_conversations (
    id              blob    not null primary key,
    platform        text    not null,
    conversation    text    not null,
    account_id      blob    not null references bot_accounts (id) on delete cascade,
    agent           text,
    session_id      blob,
    created_at      integer not null,
    last_message_at integer not null,
    version         integer not null
) strict, without rowid;
create index bot_conversations_of_account on bot_conversations (account_id, last_message_at, id);
create index bot_conversations_of_platform on bot_conversations (platform, last_message_at, id);
create index bot_conversations_by_time on bot_conversations (last_message_at, id);

-- With row ids: its rows are long.
create table bot_messages (
    id                  blob    not null primary key,
    conversation_id     blob    not null references bot_conversations (id) on delete cascade,
    direction           text    not null check (direction in ('inbound', 'outbound')),
    content             text    not null,
    platform_message_id text,
    agent               text,
    tool_calls          text    not null,
    prompt_tokens       integer,
    completion_tokens   integer,
    cost_usd            text,
    duration_ms         integer,
    error               text,
    created_at          integer not null,
    version             integer not null
) strict;
create index bot_messages_of_conversation on bot_messages (conversation_id, created_at, id);
create index bot_messages_by_time on bot_messages (created_at, id);

create table bot_configurations (
    id          text    not null primary key,
    platform    text    not null,
    enabled     integer not null check (enabled in (0, 1)),
    bot_name    text,
    webhook_url text,
    extra       text    not null,
    place       integer not null,
    created_at  integer not null,
    updated_at  integer not null,
    version     integer not null
) strict, without rowid;
