package dev.atlas.domain.tracking;

import org.jspecify.annotations.Nullable;

/** The memory an epoch needed, in megabytes, each finite and not negative. */
public record EpochMemory(
        @Nullable Double gpuAllocatedMb,
        @Nullable Double gpuCachedMb,
        @Nullable Double cpuRssMb) {

    /** A memory of which nothing is known: the same as none. */
    public static final EpochMemory NONE = new EpochMemory(null, null, null);

    public EpochMemory {
        gpuAllocatedMb = Numbers.finiteNotNegative("memory.gpu_allocated_mb", gpuAllocatedMb);
        gpuCachedMb = Numbers.finiteNotNegative("memory.gpu_cached_mb", gpuCachedMb);
        cpuRssMb = Numbers.finiteNotNegative("memory.cpu_rss_mb", cpuRssMb);
    }
}
