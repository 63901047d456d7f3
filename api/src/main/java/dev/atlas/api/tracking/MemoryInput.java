package dev.atlas.api.tracking;

import dev.atlas.api.http.Limits;
import dev.atlas.domain.tracking.EpochMemory;
import org.jspecify.annotations.Nullable;

/** The memory an epoch needed, in megabytes. */
public record MemoryInput(
        @Nullable @Limits(min = 0) Double gpuAllocatedMb,
        @Nullable @Limits(min = 0) Double gpuCachedMb,
        @Nullable @Limits(min = 0) Double cpuRssMb) {

    EpochMemory memory() {
        return new EpochMemory(gpuAllocatedMb, gpuCachedMb, cpuRssMb);
    }
}
