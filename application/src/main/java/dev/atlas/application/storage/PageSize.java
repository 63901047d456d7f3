package dev.atlas.application.storage;

import java.util.Collection;

/** How many records to read at once, so that what is held in memory stays about the same whatever the records hold. */
final class PageSize {

    private static final int FIRST = 100;
    private static final int MOST = 2_000;
    private static final long CHARACTERS = 1L << 20;

    private volatile int rows = FIRST;

    int rows() {
        return rows;
    }

    /** Learns from a page that was read. */
    void seen(Collection<EncodedRecord> page) {
        if (!page.isEmpty()) {
            long characters =
                    page.stream().mapToLong(each -> each.text().length()).sum();
            long fitting = CHARACTERS * page.size() / Math.max(1, characters);
            rows = (int) Math.clamp(fitting, 1, Math.min(MOST, 4L * rows));
        }
    }
}
