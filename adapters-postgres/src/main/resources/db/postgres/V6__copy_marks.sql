create table copy_marks (
    id         text collate "C" not null constraint copy_marks_id primary key,
    source     uuid             not null,
    origin     text collate "C" not null,
    schema     text collate "C" not null,
    state      text collate "C" not null,
    progress   json             not null,
    started_at timestamptz      not null,
    updated_at timestamptz      not null
);

create table mirror_marks (
    id           text collate "C" not null constraint mirror_marks_id primary key,
    source       uuid             not null,
    origin       text collate "C" not null,
    schema       text collate "C" not null,
    state        text collate "C" not null,
    position     text collate "C" not null,
    ahead        bigint           not null,
    kind         text collate "C",
    up_to        text collate "C",
    records      bigint           not null,
    verification json,
    started_at   timestamptz      not null,
    updated_at   timestamptz      not null
);
