create table imported_rows (
    id           uuid             not null constraint imported_rows_id primary key,
    project_id   uuid             not null constraint imported_rows_project references projects (id) on delete cascade,
    source       text collate "C" not null,
    source_table text collate "C" not null,
    source_key   text collate "C" not null,
    entity_id    uuid,
    content      json             not null,
    digest       text collate "C" not null,
    imported_at  timestamptz      not null,
    version      bigint           not null
);
create unique index imported_rows_one_per_key on imported_rows (project_id, source, source_table, source_key);

create table imports (
    id           uuid             not null constraint imports_id primary key,
    user_id      uuid             not null constraint imports_user references users (id) on delete cascade,
    project      text collate "C" not null,
    source       text collate "C" not null,
    dry_run      boolean          not null,
    state        text collate "C" not null,
    source_table text collate "C",
    rows_read    bigint           not null,
    report       json,
    code         text collate "C",
    detail       text collate "C",
    created_at   timestamptz      not null,
    heard_at     timestamptz      not null,
    ended_at     timestamptz,
    version      bigint           not null
);
create index imports_of_user on imports (user_id, created_at, id);
