create table provider_configurations (
    id                     text collate "C" not null constraint provider_configurations_id primary key,
    kind                   text collate "C" not null,
    label                  text collate "C",
    enabled                boolean          not null,
    default_model          text collate "C",
    base_address           text collate "C",
    azure_deployment       text collate "C",
    api_version            text collate "C",
    connect_seconds        bigint           not null,
    first_token_seconds    bigint           not null,
    between_tokens_seconds bigint           not null,
    call_seconds           bigint           not null,
    retries                bigint           not null,
    concurrent_calls       bigint           not null,
    created_at             timestamptz      not null,
    updated_at             timestamptz      not null,
    version                bigint           not null
);

create table chat_settings (
    id                text collate "C" not null constraint chat_settings_id primary key,
    default_provider  text collate "C" not null,
    max_tokens        bigint           not null,
    temperature       numeric          not null,
    system_prompt     text collate "C" not null,
    tools_enabled     boolean          not null,
    streaming_enabled boolean          not null,
    created_at        timestamptz      not null,
    updated_at        timestamptz      not null,
    version           bigint           not null
);
