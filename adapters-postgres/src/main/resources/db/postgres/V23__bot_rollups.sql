create table bot_rollups (
    id            uuid             not null constraint bot_rollups_id primary key,
    platform      text collate "C" not null,
    span          text collate "C" not null check (span in ('hour', 'day')),
    starts_at     timestamptz      not null,
    agent         text collate "C",
    slot          bigint           not null,
    inbound       bigint           not null,
    outbound      bigint           not null,
    input_tokens  bigint           not null,
    output_tokens bigint           not null,
    cost_usd      bigint           not null,
    cost_nano     bigint           not null,
    cost_atto     bigint           not null,
    unpriced      bigint           not null,
    errors        bigint           not null,
    version       bigint           not null
);
create index bot_rollups_by_start on bot_rollups (span, starts_at);
