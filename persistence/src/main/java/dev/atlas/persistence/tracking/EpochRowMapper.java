package dev.atlas.persistence.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.EpochMemory;
import dev.atlas.domain.tracking.EpochTiming;
import dev.atlas.persistence.JsonMembers;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface EpochRowMapper extends RowMapper<Epoch, EpochRow> {

    /** The maps are immutable: copying them, as MapStruct would, gains nothing. */
    default SortedMap<String, Double> metrics(SortedMap<String, Double> metrics) {
        return metrics;
    }

    default @Nullable Json timing(EpochTiming timing) {
        return JsonMembers.empty()
                .put("duration_seconds", timing.durationSeconds())
                .put("samples_per_second", timing.samplesPerSecond())
                .put("batches_per_second", timing.batchesPerSecond())
                .put("epoch_start", timing.epochStart())
                .put("epoch_end", timing.epochEnd())
                .written();
    }

    default EpochTiming timing(@Nullable Json stored) {
        JsonMembers members = JsonMembers.of(stored);
        return new EpochTiming(
                members.number("duration_seconds"),
                members.number("samples_per_second"),
                members.number("batches_per_second"),
                members.instant("epoch_start"),
                members.instant("epoch_end"));
    }

    default @Nullable Json memory(EpochMemory memory) {
        return JsonMembers.empty()
                .put("gpu_allocated_mb", memory.gpuAllocatedMb())
                .put("gpu_cached_mb", memory.gpuCachedMb())
                .put("cpu_rss_mb", memory.cpuRssMb())
                .written();
    }

    default EpochMemory memory(@Nullable Json stored) {
        JsonMembers members = JsonMembers.of(stored);
        return new EpochMemory(
                members.number("gpu_allocated_mb"), members.number("gpu_cached_mb"), members.number("cpu_rss_mb"));
    }
}
