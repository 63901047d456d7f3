create table idempotency_records (
    id         text collate "C" not null constraint idempotency_records_id primary key,
    request    text collate "C" not null,
    status     bigint           not null,
    location   text collate "C",
    etag       text collate "C",
    body       text collate "C",
    created_at timestamptz      not null,
    expires_at timestamptz      not null,
    version    bigint           not null
);
create index idempotency_records_by_expiry on idempotency_records (expires_at, id);
