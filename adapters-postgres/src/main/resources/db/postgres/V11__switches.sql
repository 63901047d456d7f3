create table switches (
    id          uuid             not null constraint switches_id primary key,
    epoch       bigint           not null,
    from_store  uuid             not null,
    to_store    uuid             not null,
    state       text collate "C" not null,
    follow_from text collate "C",
    begun_at    timestamptz      not null,
    updated_at  timestamptz      not null,
    version     bigint           not null
);
create index switches_newest on switches (begun_at, id);
