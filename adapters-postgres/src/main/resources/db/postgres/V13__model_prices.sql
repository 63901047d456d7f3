create table model_prices (
    id                 uuid             not null constraint model_prices_id primary key,
    provider           text collate "C" not null,
    model              text collate "C" not null,
    input_per_million  numeric,
    output_per_million numeric,
    effective_from     timestamptz      not null,
    created_at         timestamptz      not null,
    updated_at         timestamptz      not null,
    version            bigint           not null
);
create unique index model_prices_one_per_time on model_prices (model, provider, effective_from);
create index model_prices_newest on model_prices (effective_from, id);
