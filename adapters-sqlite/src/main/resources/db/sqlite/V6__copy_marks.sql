create table copy_marks (
    id         text    not null primary key,
    source     blob    not null,
    origin     text    not null,
    schema     text    not null,
    state      text    not null,
    progress   text    not null,
    started_at integer not null,
    updated_at integer not null
) strict, without rowid;

create table mirror_marks (
    id           text    not null primary key,
    source       blob    not null,
    origin       text    not null,
    schema       text    not null,
    state        text    not null,
    position     text    not null,
    ahead        integer not null,
    kind         text,
    up_to        text,
    records      integer not null,
    verification text,
    started_at   integer not null,
    updated_at   integer not null
) strict, without rowid;
