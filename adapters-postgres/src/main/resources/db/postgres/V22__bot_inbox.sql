create table bot_updates (
    id           uuid             not null constraint bot_updates_id primary key,
    platform     text collate "C" not null,
    update_id    text collate "C" not null,
    ordinal      bigint           not null,
    conversation text collate "C" not null,
    sender       text collate "C" not null,
    sender_name  text collate "C",
    message_id   text collate "C",
    text         text collate "C",
    address      json             not null,
    lane_id      uuid,
    reply        text collate "C",
    parts_sent   bigint           not null,
    sending      boolean          not null,
    repeated     boolean          not null,
    received_at  timestamptz      not null,
    version      bigint           not null
);
create index bot_updates_open on bot_updates (lane_id, ordinal, id) where lane_id is not null;
create index bot_updates_ended on bot_updates (received_at, id) where lane_id is null;

create table bot_lanes (
    id       uuid             not null constraint bot_lanes_id primary key,
    platform text collate "C" not null,
    state    text collate "C" not null check (state in ('free', 'taken')),
    worker   uuid,
    renewals bigint           not null,
    failures bigint           not null,
    due_at   timestamptz      not null,
    version  bigint           not null
);
create index bot_lanes_free on bot_lanes (due_at, id) where state = 'free';
create index bot_lanes_taken on bot_lanes (due_at, id) where state = 'taken';

create table bot_conversations (
    id              uuid             not null constraint bot_conversations_id primary key,
    platform        text collate "C" not null,
    conversation    text collate "C" not null,
    account_id      uuid             not null constraint bot_conversations_account references bot_accounts (id) on delete cascade,
    agent           text collate "C",
    session_id      uuid,
    created_at      timestamptz      not null,
    last_message_at timestamptz      not null,
    version         bigint           not null
);
create index bot_conversations_of_account on bot_conversations (account_id, last_message_at, id);
create index bot_conversations_of_platform on bot_conversations (platform, last_message_at, id);
create index bot_conversations_by_time on bot_conversations (last_message_at, id);

create table bot_messages (
    id                  uuid             not null constraint bot_messages_id primary key,
    conversation_id     uuid             not null constraint bot_messages_conversation references bot_conversations (id) on delete cascade,
    direction           text collate "C" not null check (direction in ('inbound', 'outbound')),
    content             text collate "C" not null,
    platform_message_id text collate "C",
    agent               text collate "C",
    tool_calls          json             not null,
    prompt_tokens       bigint,
    completion_tokens   bigint,
    cost_usd            numeric,
    duration_ms         bigint,
    error               text collate "C",
    created_at          timestamptz      not null,
    version             bigint           not null
);
create index bot_messages_of_conversation on bot_messages (conversation_id, created_at, id);
create index bot_messages_by_time on bot_messages (created_at, id);

create table bot_configurations (
    id          text collate "C" not null constraint bot_configurations_id primary key,
    platform    text collate "C" not null,
    enabled     boolean          not null,
    bot_name    text collate "C",
    webhook_url text collate "C",
    extra       json             not null,
    place       bigint           not null,
    created_at  timestamptz      not null,
    updated_at  timestamptz      not null,
    version     bigint           not null
);
