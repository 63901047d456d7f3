create table experiments (
    id                   uuid             not null constraint experiments_id primary key,
    project_id           uuid             not null constraint experiments_project references projects (id) on delete cascade,
    experiment_name      text collate "C" not null,
    challenge            bigint,
    status               text collate "C" not null check (status in ('running', 'completed', 'failed', 'stopped')),
    model_name           text collate "C",
    model_architecture   json,
    model_parameters     bigint,
    model_version        text collate "C",
    config               json             not null,
    dataset              json,
    metrics              json             not null,
    tags                 json             not null,
    note                 text collate "C",
    start_time           timestamptz      not null,
    end_time             timestamptz,
    created_by           text collate "C" not null,
    hostname             text collate "C",
    checkpoint_dir       text collate "C",
    parent_experiment_id uuid             constraint experiments_parent references experiments (id) on delete set null,
    created_at           timestamptz      not null,
    updated_at           timestamptz      not null,
    version              bigint           not null
);
create index experiments_of_project on experiments (project_id, start_time, id);
create index experiments_newest on experiments (start_time, id);
create index experiments_by_parent on experiments (parent_experiment_id) where parent_experiment_id is not null;
create index experiments_tags on experiments using gin ((tags::jsonb) jsonb_path_ops);

create table epochs (
    id            uuid        not null constraint epochs_id primary key,
    experiment_id uuid        not null constraint epochs_experiment references experiments (id) on delete cascade,
    epoch         bigint      not null check (epoch >= 0),
    metrics       json        not null,
    timing        json,
    memory        json,
    timestamp     timestamptz not null,
    version       bigint      not null
);
create unique index epochs_one_per_number on epochs (experiment_id, epoch);

create table checkpoints (
    id            uuid        not null constraint checkpoints_id primary key,
    experiment_id uuid        not null constraint checkpoints_experiment references experiments (id) on delete cascade,
    epoch         bigint      not null check (epoch >= 0),
    is_best       boolean     not null,
    metrics       json        not null,
    file          json,
    model_state   json        not null,
    validation    json        not null,
    timestamp     timestamptz not null,
    version       bigint      not null
);
create unique index checkpoints_one_best on checkpoints (experiment_id) where is_best;
create index checkpoints_by_epoch on checkpoints (experiment_id, epoch, timestamp, id);
create index checkpoints_newest on checkpoints (experiment_id, timestamp, id);

create table subjects (
    id                uuid             not null constraint subjects_id primary key,
    project_id        uuid             not null constraint subjects_project references projects (id) on delete cascade,
    subject_id        text collate "C" not null,
    age               double precision,
    sex               text collate "C" check (sex in ('F', 'M')),
    handedness        text collate "C" check (handedness in ('R', 'L')),
    releases          json             not null,
    has_eeg           boolean,
    has_demographics  boolean,
    has_phenotypic    boolean,
    p_factor          double precision,
    phenotypic        json             not null,
    eeg_quality       json             not null,
    challenge1_split  text collate "C" check (challenge1_split in ('train', 'val', 'test')),
    challenge2_split  text collate "C" check (challenge2_split in ('train', 'val', 'test')),
    sessions          json             not null,
    annotations       json             not null,
    n_sessions        bigint,
    n_trials          bigint,
    data_quality      double precision,
    notes             text collate "C",
    date_added        timestamptz      not null,
    last_processed    timestamptz,
    version           bigint           not null
);
create unique index subjects_subject_id_per_project on subjects (project_id, subject_id);
create index subjects_of_project on subjects (project_id, date_added, id);

create table cache_files (
    id           uuid             not null constraint cache_files_id primary key,
    project_id   uuid             not null constraint cache_files_project references projects (id) on delete cascade,
    challenge    bigint,
    release_name text collate "C",
    file_path    text collate "C",
    file_size_mb double precision,
    n_windows    bigint,
    n_channels   bigint,
    n_times      bigint,
    checksum     text collate "C",
    created_at   timestamptz      not null,
    version      bigint           not null
);
create index cache_files_of_project on cache_files (project_id, created_at, id);
