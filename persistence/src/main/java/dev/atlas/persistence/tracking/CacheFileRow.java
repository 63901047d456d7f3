package dev.atlas.persistence.tracking;

import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.projects.ProjectRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("cache_files")
public record CacheFileRow(
        @Id UUID id,

        @MappedProperty("project_id") @RefersTo(value = ProjectRow.class, whenGone = WhenGone.REMOVE)
        UUID projectId,

        @Nullable Long challenge,
        @MappedProperty("release_name") @Nullable String release,
        @MappedProperty("file_path") @Nullable String path,
        @MappedProperty("file_size_mb") @Nullable Double sizeMb,
        @MappedProperty("n_windows") @Nullable Long windows,
        @MappedProperty("n_channels") @Nullable Long channels,
        @MappedProperty("n_times") @Nullable Long times,
        @Nullable String checksum,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @Version long version) {}
