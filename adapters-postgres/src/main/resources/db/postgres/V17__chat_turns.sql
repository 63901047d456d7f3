alter table chat_messages drop constraint chat_messages_state_check;
alter table chat_messages add constraint chat_messages_state_check
    check (state in ('pending', 'complete', 'interrupted', 'cancelled', 'failed'));

alter table chat_settings add column requests_per_minute bigint;
alter table chat_settings add column tokens_per_minute bigint;
alter table chat_settings add column cost_usd_per_day numeric;

create table chat_allowances (
    id       uuid        not null constraint chat_allowances_id primary key,
    began_at timestamptz not null,
    requests bigint      not null,
    tokens   bigint      not null,
    version  bigint      not null
);
create index chat_allowances_oldest on chat_allowances (began_at, id);
