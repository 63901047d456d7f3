create table nodes (
    id         uuid        not null constraint nodes_id primary key,
    started_at timestamptz not null,
    renewed_at timestamptz not null,
    version    bigint      not null
);
create index nodes_oldest on nodes (started_at, id);
