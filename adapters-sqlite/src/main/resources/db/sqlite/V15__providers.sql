create table provider_configurations (
    id                     text    not null primary key,
    kind                   text    not null,
    label                  text,
    enabled                integer not null check (enabled in (0, 1)),
    default_model          text,
    base_address           text,
    azure_deployment       text,
    api_version            text,
    connect_seconds        integer not null,
    first_token_seconds    integer not null,
    between_tokens_seconds integer not null,
    call_seconds           integer not null,
    retries                integer not null,
    concurrent_calls       integer not null,
    created_at             integer not null,
    updated_at             integer not null,
    version                integer not null
) strict, without rowid;

create table chat_settings (
    id                text    not null primary key,
    default_provider  text    not null,
    max_tokens        integer not null,
    temperature       text    not null,
    system_prompt     text    not null,
    tools_enabled     integer not null check (tools_enabled in (0, 1)),
    streaming_enabled integer not null check (streaming_enabled in (0, 1)),
    created_at        integer not null,
    updated_at        integer not null,
    version           integer not null
) strict, without rowid;
