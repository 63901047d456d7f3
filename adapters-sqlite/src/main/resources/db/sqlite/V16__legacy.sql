alter table chat_sessions add column agent text;
alter table chat_sessions add column variables text not null default '{}';
alter table chat_messages add column tool_calls text not null default '[]';

-- With row ids: its rows are long.
create table legacy_rows (
    id           blob    not null primary key,
    source       text    not null,
    source_table text    not null,
    source_key   text    not null,
    entity_id    blob,
    content      text    not null,
    digest       text    not null,
    imported_at  integer not null,
    version      integer not null
) strict;
