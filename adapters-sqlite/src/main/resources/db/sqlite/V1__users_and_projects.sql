-- Ids are 16 bytes, times are microseconds since 1970, free JSON is its canonical text.
create table store (
    name  text not null primary key,
    value text not null
) strict, without rowid;

-- One row for every row that a committed transaction touched, in the order of the commits. The last one of a transaction
-- of Atlas is marked by ends = 1: there a reader may stop. A transaction made by hand has no such mark, and is read
-- together with the one that follows.
create table change_log (
    position integer not null primary key autoincrement,
    kind     text    not null,
    key      any     not null,
    at       integer not null default (cast(unixepoch('subsec') * 1000000 as integer)),
    ends     integer not null default 0
) strict;

create table users (
    id            blob    not null primary key,
    username      text    not null,
    display_name  text,
    email         text,
    role          text    not null,
    password_hash text,
    active        integer not null check (active in (0, 1)),
    created_at    integer not null,
    updated_at    integer not null,
    version       integer not null
) strict, without rowid;
create unique index users_username on users (username);
create index users_newest on users (created_at, id);

create table projects (
    id          blob    not null primary key,
    owner_id    blob    not null references users (id) on delete restrict,
    name        text    not null,
    description text,
    type        text,
    status      text    not null check (status in ('active', 'archived')),
    archived_at integer,
    visibility  text    not null check (visibility in ('private', 'public')),
    tags        text    not null,
    settings    text    not null,
    metadata    text    not null,
    created_at  integer not null,
    updated_at  integer not null,
    version     integer not null
) strict, without rowid;
create unique index projects_name_per_owner on projects (owner_id, name) where status = 'active';
create index projects_of_owner on projects (owner_id, created_at, id);
create index projects_by_visibility on projects (visibility, created_at, id);
create index projects_newest on projects (created_at, id);
