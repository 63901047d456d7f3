package dev.atlas.domain.usage;

import java.util.List;

/** How finely what was used is told apart. Every call is counted in both. */
public enum RollupScope {
    /** By provider and model, whoever called: few rows, for what concerns all. */
    EVERYBODY(RollupSpan.MONTH, RollupSpan.DAY, RollupSpan.HOUR, RollupSpan.QUARTER_HOUR),
    /** By user, project and agent as well: nearly as many rows as calls, if hours were cut any finer. */
    EACH(RollupSpan.MONTH, RollupSpan.DAY, RollupSpan.HOUR);

    private final List<RollupSpan> spans;

    RollupScope(RollupSpan... spans) {
        this.spans = List.of(spans);
    }

    /** The spans that are kept, the longest first. */
    public List<RollupSpan> spans() {
        return spans;
    }
}
