create table usage_records (
    id                 uuid             not null constraint usage_records_id primary key,
    user_id            uuid,
    project_id         uuid,
    agent              text collate "C",
    session_id         uuid,
    message_id         uuid,
    app                text collate "C",
    provider           text collate "C" not null,
    model              text collate "C" not null,
    prompt_tokens      bigint           not null,
    completion_tokens  bigint           not null,
    reasoning_tokens   bigint           not null,
    reasoning_counted  boolean          not null,
    duration_ms        bigint,
    first_token_ms     bigint,
    streamed           boolean          not null,
    outcome            text collate "C" not null check (outcome in ('completed', 'interrupted', 'cancelled', 'failed')),
    finish_reason      text collate "C",
    cost_usd           numeric,
    input_per_million  numeric,
    output_per_million numeric,
    price_source       text collate "C" check (price_source in ('set', 'known', 'imported')),
    price_estimated    boolean          not null,
    created_at         timestamptz      not null,
    version            bigint           not null
);
create index usage_records_newest on usage_records (created_at, id);
create index usage_records_of_model on usage_records (model, created_at, id);
create index usage_records_of_agent on usage_records (agent, created_at, id) where agent is not null;
create index usage_records_of_project on usage_records (project_id, created_at, id) where project_id is not null;
create index usage_records_of_user on usage_records (user_id, created_at, id) where user_id is not null;
create index usage_records_of_session on usage_records (session_id, created_at, id) where session_id is not null;

create table usage_rollups (
    id                uuid             not null constraint usage_rollups_id primary key,
    scope             text collate "C" not null check (scope in ('everybody', 'each')),
    span              text collate "C" not null check (span in ('quarter_hour', 'hour', 'day', 'month')),
    starts_at         timestamptz      not null,
    user_id           uuid,
    project_id        uuid,
    agent             text collate "C",
    provider          text collate "C",
    model             text collate "C",
    slot              bigint           not null,
    calls             bigint           not null,
    failed            bigint           not null,
    cancelled         bigint           not null,
    interrupted       bigint           not null,
    prompt_tokens     bigint           not null,
    completion_tokens bigint           not null,
    reasoning_tokens  bigint           not null,
    total_tokens      bigint           not null,
    cost_usd          bigint           not null,
    cost_nano         bigint           not null,
    cost_atto         bigint           not null,
    unpriced          bigint           not null,
    duration_ms       bigint           not null,
    timed             bigint           not null,
    first_token_ms    bigint           not null,
    began             bigint           not null,
    speed             bigint           not null,
    paced             bigint           not null,
    version           bigint           not null
);
create index usage_rollups_by_start on usage_rollups (scope, span, starts_at);
create index usage_rollups_of_agent on usage_rollups (agent, scope, span, starts_at) where agent is not null;
create index usage_rollups_of_project on usage_rollups (project_id, scope, span, starts_at) where project_id is not null;
create index usage_rollups_of_user on usage_rollups (user_id, scope, span, starts_at) where user_id is not null;
