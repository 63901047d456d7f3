create table pending_calls (
    id         blob    not null primary key,
    user_id    blob    not null,
    provider   text    not null,
    model      text    not null,
    started_at integer not null,
    version    integer not null
) strict, without rowid;
create index pending_calls_oldest on pending_calls (started_at, id);
