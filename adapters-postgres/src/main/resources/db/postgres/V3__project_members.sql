create table project_members (
    id         uuid             not null constraint project_members_id primary key,
    project_id uuid             not null constraint project_members_project references projects (id) on delete cascade,
    user_id    uuid             not null constraint project_members_user references users (id) on delete cascade,
    role       text collate "C" not null check (role in ('viewer', 'editor')),
    created_at timestamptz      not null,
    version    bigint           not null
);
create unique index project_members_member on project_members (project_id, user_id);
create index project_members_of_project on project_members (project_id, created_at, id);
create index project_members_of_user on project_members (user_id, created_at, id);
