create table model_prices (
    id                 blob    not null primary key,
    provider           text    not null,
    model              text    not null,
    input_per_million  text,
    output_per_million text,
    effective_from     integer not null,
    created_at         integer not null,
    updated_at         integer not null,
    version            integer not null
) strict, without rowid;
create unique index model_prices_one_per_time on model_prices (model, provider, effective_from);
create index model_prices_newest on model_prices (effective_from, id);
