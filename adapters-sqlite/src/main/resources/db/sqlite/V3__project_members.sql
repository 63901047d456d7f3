create table project_members (
    id         blob    not null primary key,
    project_id blob    not null references projects (id) on delete cascade,
    user_id    blob    not null references users (id) on delete cascade,
    role       text    not null check (role in ('viewer', 'editor')),
    created_at integer not null,
    version    integer not null
) strict, without rowid;
create unique index project_members_member on project_members (project_id, user_id);
create index project_members_of_project on project_members (project_id, created_at, id);
create index project_members_of_user on project_members (user_id, created_at, id);
