package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Subjects;
import dev.atlas.persistence.tracking.CacheFileRow;
import dev.atlas.persistence.tracking.CheckpointRow;
import dev.atlas.persistence.tracking.EpochRow;
import dev.atlas.persistence.tracking.ExperimentRow;
import dev.atlas.persistence.tracking.SubjectRow;

/** Experiments and what belongs to them, subjects and cache files. */
final class TrackingChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ExperimentRow.class)
                .index("experiments_of_project", "project_id", "start_time", "id")
                .index("experiments_newest", "start_time", "id")
                .index("experiments_by_parent", "parent_experiment_id")
                .index("experiments_tags", "tags")
                .make(database);
        CollectionPlan.of(EpochRow.class).unique(Epochs.ONE_PER_NUMBER).make(database);
        CollectionPlan.of(CheckpointRow.class)
                .unique(Checkpoints.ONE_BEST, Filters.eq("is_best", true))
                .index("checkpoints_by_epoch", "experiment_id", "epoch", "timestamp", "id")
                .index("checkpoints_newest", "experiment_id", "timestamp", "id")
                .make(database);
        CollectionPlan.of(SubjectRow.class)
                .unique(Subjects.SUBJECT_ID_PER_PROJECT)
                .index("subjects_of_project", "project_id", "date_added", "id")
                .make(database);
        CollectionPlan.of(CacheFileRow.class)
                .index("cache_files_of_project", "project_id", "created_at", "id")
                .make(database);
    }
}
