create table experiments (
    id                   blob    not null primary key,
    project_id           blob    not null references projects (id) on delete cascade,
    experiment_name      text    not null,
    challenge            integer,
    status               text    not null check (status in ('running', 'completed', 'failed', 'stopped')),
    model_name           text,
    model_architecture   text,
    model_parameters     integer,
    model_version        text,
    config               text    not null,
    dataset              text,
    metrics              text    not null,
    tags                 text    not null,
    note                 text,
    start_time           integer not null,
    end_time             integer,
    created_by           text    not null,
    hostname             text,
    checkpoint_dir       text,
    parent_experiment_id blob    references experiments (id) on delete set null,
    created_at           integer not null,
    updated_at           integer not null,
    version              integer not null
) strict, without rowid;
create index experiments_of_project on experiments (project_id, start_time, id);
create index experiments_newest on experiments (start_time, id);
create index experiments_by_parent on experiments (parent_experiment_id) where parent_experiment_id is not null;

create table epochs (
    id            blob    not null primary key,
    experiment_id blob    not null references experiments (id) on delete cascade,
    epoch         integer not null check (epoch >= 0),
    metrics       text    not null,
    timing        text,
    memory        text,
    timestamp     integer not null,
    version       integer not null
) strict, without rowid;
create unique index epochs_one_per_number on epochs (experiment_id, epoch);

create table checkpoints (
    id            blob    not null primary key,
    experiment_id blob    not null references experiments (id) on delete cascade,
    epoch         integer not null check (epoch >= 0),
    is_best       integer not null check (is_best in (0, 1)),
    metrics       text    not null,
    file          text,
    model_state   text    not null,
    validation    text    not null,
    timestamp     integer not null,
    version       integer not null
) strict, without rowid;
create unique index checkpoints_one_best on checkpoints (experiment_id) where is_best = 1;
create index checkpoints_by_epoch on checkpoints (experiment_id, epoch, timestamp, id);
create index checkpoints_newest on checkpoints (experiment_id, timestamp, id);

create table subjects (
    id                blob    not null primary key,
    project_id        blob    not null references projects (id) on delete cascade,
    subject_id        text    not null,
    age               real,
    sex               text    check (sex in ('F', 'M')),
    handedness        text    check (handedness in ('R', 'L')),
    releases          text    not null,
    has_eeg           integer check (has_eeg in (0, 1)),
    has_demographics  integer check (has_demographics in (0, 1)),
    has_phenotypic    integer check (has_phenotypic in (0, 1)),
    p_factor          real,
    phenotypic        text    not null,
    eeg_quality       text    not null,
    challenge1_split  text    check (challenge1_split in ('train', 'val', 'test')),
    challenge2_split  text    check (challenge2_split in ('train', 'val', 'test')),
    sessions          text    not null,
    annotations       text    not null,
    n_sessions        integer,
    n_trials          integer,
    data_quality      real,
    notes             text,
    date_added        integer not null,
    last_processed    integer,
    version           integer not null
) strict, without rowid;
create unique index subjects_subject_id_per_project on subjects (project_id, subject_id);
create index subjects_of_project on subjects (project_id, date_added, id);

create table cache_files (
    id           blob    not null primary key,
    project_id   blob    not null references projects (id) on delete cascade,
    challenge    integer,
    release_name text,
    file_path    text,
    file_size_mb real,
    n_windows    integer,
    n_channels   integer,
    n_times      integer,
    checksum     text,
    created_at   integer not null,
    version      integer not null
) strict, without rowid;
create index cache_files_of_project on cache_files (project_id, created_at, id);
