-- Text is compared by its bytes everywhere, whatever the locale of the server: collate "C".
-- Free JSON is json, not jsonb, which changes the order of keys and the form of numbers.
create table store (
    name  text collate "C" not null constraint store_name primary key,
    value text collate "C" not null
);

-- One row for every row that a transaction touched; its position is the number of the transaction (an xid8, which is a
-- bigint that PostgreSQL cannot calculate with). Read it below pg_snapshot_xmin alone: a transaction with a lower number
-- may still be running. The fact changes_forgotten of the store is the highest position that is not here any more.
create table change_log (
    position bigint           not null default pg_current_xact_id()::text::bigint,
    seq      bigint           not null generated always as identity,
    kind     text collate "C" not null,
    key      text collate "C" not null,
    at       timestamptz      not null default now(),
    constraint change_log_position primary key (position, seq)
);

-- Hangs on every kind that moves between stores (see ChangeLog), so changes made with psql are logged too.
create function log_changes() returns trigger
    language plpgsql
    set search_path from current
as $$
begin
    case tg_op
        when 'INSERT' then
            insert into change_log (kind, key) select tg_table_name, id::text from new_rows;
        when 'UPDATE' then
            insert into change_log (kind, key)
            select tg_table_name, changed.id::text
            from (select id from new_rows union select id from old_rows) as changed;
        when 'DELETE' then
            insert into change_log (kind, key) select tg_table_name, id::text from old_rows;
        when 'TRUNCATE' then
            execute format(
                'insert into change_log (kind, key) select %L, id::text from %I.%I',
                tg_table_name, tg_table_schema, tg_table_name);
    end case;
    return null;
end
$$;

create table users (
    id            uuid             not null constraint users_id primary key,
    username      text collate "C" not null,
    display_name  text collate "C",
    email         text collate "C",
    role          text collate "C" not null,
    password_hash text collate "C",
    active        boolean          not null,
    created_at    timestamptz      not null,
    updated_at    timestamptz      not null,
    version       bigint           not null
);
create unique index users_username on users (username);
create index users_newest on users (created_at, id);

create table projects (
    id          uuid             not null constraint projects_id primary key,
    owner_id    uuid             not null constraint projects_owner references users (id) on delete restrict,
    name        text collate "C" not null,
    description text collate "C",
    type        text collate "C",
    status      text collate "C" not null check (status in ('active', 'archived')),
    archived_at timestamptz,
    visibility  text collate "C" not null check (visibility in ('private', 'public')),
    tags        json             not null,
    settings    json             not null,
    metadata    json             not null,
    created_at  timestamptz      not null,
    updated_at  timestamptz      not null,
    version     bigint           not null
);
create unique index projects_name_per_owner on projects (owner_id, name) where status = 'active';
create index projects_of_owner on projects (owner_id, created_at, id);
create index projects_by_visibility on projects (visibility, created_at, id);
create index projects_newest on projects (created_at, id);
create index projects_tags on projects using gin ((tags::jsonb) jsonb_path_ops);
