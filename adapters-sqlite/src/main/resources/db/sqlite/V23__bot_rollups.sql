-- With row ids: its keys are in no order, and those of one time belong together.
create table bot_rollups (
    id            blob    not null primary key,
    platform      text    not null,
    span          text    not null check (span in ('hour', 'day')),
    starts_at     integer not null,
    agent         text,
    slot          integer not null,
    inbound       integer not null,
    outbound      integer not null,
    input_tokens  integer not null,
    output_tokens integer not null,
    cost_usd      integer not null,
    cost_nano     integer not null,
    cost_atto     integer not null,
    unpriced      integer not null,
    errors        integer not null,
    version       integer not null
) strict;
create index bot_rollups_by_start on bot_rollups (span, starts_at);
