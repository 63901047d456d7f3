package dev.atlas.persistence.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.CheckpointFile;
import dev.atlas.persistence.JsonMembers;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface CheckpointRowMapper extends RowMapper<Checkpoint, CheckpointRow> {

    /** The maps are immutable: copying them, as MapStruct would, gains nothing. */
    default SortedMap<String, Double> metrics(SortedMap<String, Double> metrics) {
        return metrics;
    }

    default @Nullable Json file(CheckpointFile file) {
        return JsonMembers.empty()
                .put("path", file.path())
                .put("size_mb", file.sizeMb())
                .put("checksum", file.checksum())
                .put("format", file.format())
                .written();
    }

    default CheckpointFile file(@Nullable Json stored) {
        JsonMembers members = JsonMembers.of(stored);
        return new CheckpointFile(
                members.text("path"), members.number("size_mb"), members.text("checksum"), members.text("format"));
    }
}
