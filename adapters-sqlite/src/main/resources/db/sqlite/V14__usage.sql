create table usage_records (
    id                 blob    not null primary key,
    user_id            blob,
    project_id         blob,
    agent              text,
    session_id         blob,
    message_id         blob,
    app                text,
    provider           text    not null,
    model              text    not null,
    prompt_tokens      integer not null,
    completion_tokens  integer not null,
    reasoning_tokens   integer not null,
    reasoning_counted  integer not null,
    duration_ms        integer,
    first_token_ms     integer,
    streamed           integer not null,
    outcome            text    not null check (outcome in ('completed', 'interrupted', 'cancelled', 'failed')),
    finish_reason      text,
    cost_usd           text,
    input_per_million  text,
    output_per_million text,
    price_source       text    check (price_source in ('set', 'known', 'imported')),
    price_estimated    integer not null,
    created_at         integer not null,
    version            integer not null
) strict, without rowid;
-- The order matters: where two of them serve equally well, SQLite takes the one that was made last.
create index usage_records_newest on usage_records (created_at, id);
create index usage_records_of_model on usage_records (model, created_at, id);
create index usage_records_of_agent on usage_records (agent, created_at, id) where agent is not null;
create index usage_records_of_project on usage_records (project_id, created_at, id) where project_id is not null;
create index usage_records_of_user on usage_records (user_id, created_at, id) where user_id is not null;
create index usage_records_of_session on usage_records (session_id, created_at, id) where session_id is not null;

-- With row ids: its keys are in no order, and those of one time belong together.
create table usage_rollups (
    id                blob    not null primary key,
    scope             text    not null check (scope in ('everybody', 'each')),
    span              text    not null check (span in ('quarter_hour', 'hour', 'day', 'month')),
    starts_at         integer not null,
    user_id           blob,
    project_id        blob,
    agent             text,
    provider          text,
    model             text,
    slot              integer not null,
    calls             integer not null,
    failed            integer not null,
    cancelled         integer not null,
    interrupted       integer not null,
    prompt_tokens     integer not null,
    completion_tokens integer not null,
    reasoning_tokens  integer not null,
    total_tokens      integer not null,
    cost_usd          integer not null,
    cost_nano         integer not null,
    cost_atto         integer not null,
    unpriced          integer not null,
    duration_ms       integer not null,
    timed             integer not null,
    first_token_ms    integer not null,
    began             integer not null,
    speed             integer not null,
    paced             integer not null,
    version           integer not null
) strict;
create index usage_rollups_by_start on usage_rollups (scope, span, starts_at);
create index usage_rollups_of_agent on usage_rollups (agent, scope, span, starts_at) where agent is not null;
create index usage_rollups_of_project on usage_rollups (project_id, scope, span, starts_at) where project_id is not null;
create index usage_rollups_of_user on usage_rollups (user_id, scope, span, starts_at) where user_id is not null;
