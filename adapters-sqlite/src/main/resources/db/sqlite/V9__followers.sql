create table followers (
    id       text    not null primary key,
    position text    not null,
    heard_at integer not null,
    version  integer not null
) strict, without rowid;
