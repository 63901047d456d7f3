create table followers (
    id       text collate "C" not null constraint followers_id primary key,
    position text collate "C" not null,
    heard_at timestamptz      not null,
    version  bigint           not null
);
