create table bot_accounts (
    id                uuid             not null constraint bot_accounts_id primary key,
    user_id           uuid             not null constraint bot_accounts_user references users (id) on delete cascade,
    platform          text collate "C" not null,
    platform_user_id  text collate "C" not null,
    platform_username text collate "C",
    created_at        timestamptz      not null,
    updated_at        timestamptz      not null,
    version           bigint           not null
);
create unique index bot_accounts_one_per_platform_user on bot_accounts (platform, platform_user_id);
create index bot_accounts_of_user on bot_accounts (user_id, created_at, id);
create index bot_accounts_of_platform on bot_accounts (platform, created_at, id);
create index bot_accounts_by_time on bot_accounts (created_at, id);

create table link_codes (
    id         uuid             not null constraint link_codes_id primary key,
    user_id    uuid             not null constraint link_codes_user references users (id) on delete cascade,
    platform   text collate "C" not null,
    digest     text collate "C" not null,
    misses     bigint           not null,
    created_at timestamptz      not null,
    expires_at timestamptz      not null,
    version    bigint           not null
);
create unique index link_codes_one_per_user on link_codes (user_id, platform);
create unique index link_codes_one_per_digest on link_codes (platform, digest);
create index link_codes_of_platform on link_codes (platform, expires_at, id);
create index link_codes_by_expiry on link_codes (expires_at, id);
