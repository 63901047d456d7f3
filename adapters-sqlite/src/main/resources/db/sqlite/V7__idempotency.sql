create table idempotency_records (
    id         text    not null primary key,
    request    text    not null,
    status     integer not null,
    location   text,
    etag       text,
    body       text,
    created_at integer not null,
    expires_at integer not null,
    version    integer not null
) strict, without rowid;
create index idempotency_records_by_expiry on idempotency_records (expires_at, id);
