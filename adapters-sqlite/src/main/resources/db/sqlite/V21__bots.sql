create table bot_accounts (
    id                blob    not null primary key,
    user_id           blob    not null references users (id) on delete cascade,
    platform          text    not null,
    platform_user_id  text    not null,
    platform_username text,
    created_at        integer not null,
    updated_at        integer not null,
    version           integer not null
) strict, without rowid;
create unique index bot_accounts_one_per_platform_user on bot_accounts (platform, platform_user_id);
create index bot_accounts_of_user on bot_accounts (user_id, created_at, id);
create index bot_accounts_of_platform on bot_accounts (platform, created_at, id);
create index bot_accounts_by_time on bot_accounts (created_at, id);

create table link_codes (
    id         blob    not null primary key,
    user_id    blob    not null references users (id) on delete cascade,
    platform   text    not null,
    digest     text    not null,
    misses     integer not null,
    created_at integer not null,
    expires_at integer not null,
    version    integer not null
) strict, without rowid;
create unique index link_codes_one_per_user on link_codes (user_id, platform);
create unique index link_codes_one_per_digest on link_codes (platform, digest);
create index link_codes_of_platform on link_codes (platform, expires_at, id);
create index link_codes_by_expiry on link_codes (expires_at, id);
