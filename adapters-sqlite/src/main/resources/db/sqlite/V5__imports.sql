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
