create table nodes (
    id         blob    not null primary key,
    started_at integer not null,
    renewed_at integer not null,
    version    integer not null
) strict, without rowid;
create index nodes_oldest on nodes (started_at, id);
