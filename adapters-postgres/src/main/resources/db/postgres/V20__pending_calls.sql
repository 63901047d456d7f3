create table pending_calls (
    id         uuid             not null constraint pending_calls_id primary key,
    user_id    uuid             not null,
    provider   text collate "C" not null,
    model      text collate "C" not null,
    started_at timestamptz      not null,
    version    bigint           not null
);
create index pending_calls_oldest on pending_calls (started_at, id);
