package dev.atlas.domain.storage;

import dev.atlas.domain.InvalidValue;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A place in a store's change feed; later commits have greater positions. The epoch rises with every switch of the
 * primary, so positions stay comparable over a switch. What the sequence counts is the engine's own affair.
 */
public record Position(long epoch, long sequence) implements Comparable<Position> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,8})-(0|[1-9][0-9]{0,18})");
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::epoch).thenComparingLong(Position::sequence);

    /** The opaque text clients carry. */
    public String text() {
        return epoch + "-" + sequence;
    }

    /** Reads {@link #text()}. Throws {@link InvalidValue} naming {@code field} for anything else. */
    public static Position parse(String field, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValue(field, "must be a position that an earlier write answered");
        }
        try {
            int dash = text.indexOf('-');
            return new Position(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new InvalidValue(field, "must be a position that an earlier write answered");
        }
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
