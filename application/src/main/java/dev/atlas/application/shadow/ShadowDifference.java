package dev.atlas.application.shadow;

import dev.atlas.application.storage.Difference;
import dev.atlas.application.storage.FieldDifference;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question that the primary and its mirror answer differently in the same state. Values of secrets are not in it.
 *
 * @param question the port and its method
 * @param kind of the records it is about
 * @param records those of both answers that differ; none if both hold the same ones in another order or selection
 */
public record ShadowDifference(
        String question, String kind, ShownAnswer primary, ShownAnswer mirror, List<Difference> records) {

    /** As many are named; a page of a list can differ in all. */
    private static final int NAMED = 20;

    public ShadowDifference {
        records = records.stream().limit(NAMED).toList();
    }

    /** What differs, without a value. */
    String sentence() {
        return records.isEmpty()
                ? "the same " + kind + ", in another order or selection"
                : records.stream().map(ShadowDifference::sentence).collect(Collectors.joining("; "));
    }

    private static String sentence(Difference difference) {
        String record = difference.kind() + " " + difference.key();
        return switch (difference) {
            case Difference.Missing missing -> record + " is missing";
            case Difference.Extra extra -> record + " is not there in the primary";
            case Difference.Damaged damaged -> record + " cannot be read";
            case Difference.Changed changed ->
                record + " differs in "
                        + changed.fields().stream().map(FieldDifference::field).collect(Collectors.joining(", "));
        };
    }
}
