package dev.atlas.api.tracking;

import dev.atlas.domain.tracking.EpochMemory;
import org.jspecify.annotations.Nullable;

/** The memory an epoch needed, in megabytes. */
public record MemoryInput(
        @Nullable Double gpuAllocatedMb,
        @Nullable Double gpuCachedMb,
        @Nullable Double cpuRssMb) {

    EpochMemory memory() {
        return new EpochMemory(gpuAllocatedMb, gpuCachedMb, cpuRssMb);
    }
}
