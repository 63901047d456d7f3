create table switches (
    id          blob    not null primary key,
    epoch       integer not null,
    from_store  blob    not null,
    to_store    blob    not null,
    state       text    not null,
    follow_from text,
    begun_at    integer not null,
    updated_at  integer not null,
    version     integer not null
) strict, without rowid;
create index switches_newest on switches (begun_at, id);
