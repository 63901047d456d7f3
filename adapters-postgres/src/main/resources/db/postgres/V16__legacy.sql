alter table chat_sessions
    add column agent     text collate "C",
    add column variables json not null default '{}';
alter table chat_messages
    add column tool_calls json not null default '[]';

create table legacy_rows (
    id           uuid             not null constraint legacy_rows_id primary key,
    source       text collate "C" not null,
    source_table text collate "C" not null,
    source_key   text collate "C" not null,
    entity_id    uuid,
    content      json             not null,
    digest       text collate "C" not null,
    imported_at  timestamptz      not null,
    version      bigint           not null
);
