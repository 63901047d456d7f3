package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.tracking.EpochMemory;
import org.jspecify.annotations.Nullable;

/** The memory an epoch needed, in megabytes. */
@View
public record MemoryView(
        @Nullable Double gpuAllocatedMb,
        @Nullable Double gpuCachedMb,
        @Nullable Double cpuRssMb) {

    static @Nullable MemoryView of(EpochMemory memory) {
        return memory.equals(EpochMemory.NONE)
                ? null
                : new MemoryView(memory.gpuAllocatedMb(), memory.gpuCachedMb(), memory.cpuRssMb());
    }
}
