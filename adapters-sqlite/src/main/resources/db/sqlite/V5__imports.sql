create table imported_rows (
    id           blob    not null primary key,
    project_id   blob    not null references projects (id) on delete cascade,
    source       text    not null,
    source_table text    not null,
    source_key   text    not null,
    entity_id    blob,
    content      text    not null,
    digest       text    not null,
    imported_at  integer not null,
    version      integer not null
) strict, without rowid;
create unique index imported_rows_one_per_key on imported_rows (project_id, source, source_table, source_key);

create table imports (
    id           blob    not null primary key,
    user_id      blob    not null references users (id) on delete cascade,
    project      text    not null,
    source       text    not null,
    dry_run      integer not null,
    state        text    not null,
    source_table text,
    rows_read    integer not null,
    report       text,
    code         text,
    detail       text,
    created_at   integer not null,
    heard_at     integer not null,
    ended_at     integer,
    version      integer not null
) strict, without rowid;
create index imports_of_user on imports (user_id, created_at, id);
