package dev.atlas.persistence.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.tracking.DatasetSpec;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.ModelSpec;
import dev.atlas.persistence.JsonMembers;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface ExperimentRowMapper extends RowMapper<Experiment, ExperimentRow> {

    @Override
    @org.mapstruct.Mapping(target = "modelName", source = "model.name")
    @org.mapstruct.Mapping(target = "modelArchitecture", source = "model.architecture", qualifiedByName = "any")
    @org.mapstruct.Mapping(target = "modelParameters", source = "model.parameters")
    @org.mapstruct.Mapping(target = "modelVersion", source = "model.modelVersion")
    ExperimentRow toRow(Experiment aggregate);

    @Override
    @org.mapstruct.Mapping(target = "model", source = "row")
    Experiment toDomain(ExperimentRow row);

    default ModelSpec model(ExperimentRow row) {
        return new ModelSpec(row.modelName(), row.modelArchitecture(), row.modelParameters(), row.modelVersion());
    }

    default String status(ExperimentStatus status) {
        return Words.of(status);
    }

    default ExperimentStatus status(String status) {
        return Words.constant(ExperimentStatus.class, status);
    }

    default @Nullable Json dataset(DatasetSpec dataset) {
        return JsonMembers.empty()
                .put("releases", dataset.releases())
                .put("train_windows", dataset.trainWindows())
                .put("val_windows", dataset.valWindows())
                .put("cache_files", dataset.cacheFiles())
                .put("augmentation", dataset.augmentation())
                .written();
    }

    default DatasetSpec dataset(@Nullable Json stored) {
        JsonMembers members = JsonMembers.of(stored);
        return new DatasetSpec(
                members.texts("releases"),
                members.integer("train_windows"),
                members.integer("val_windows"),
                members.texts("cache_files"),
                members.bool("augmentation"));
    }
}
