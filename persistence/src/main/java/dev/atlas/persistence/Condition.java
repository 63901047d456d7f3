package dev.atlas.persistence;

import java.util.List;

/** What a row of a list must satisfy. Columns are named as they are stored; values are of their Java types. */
public sealed interface Condition {

    String column();

    record Equal(String column, Object value) implements Condition {}

    /** Any of {@code values}; none of them matches nothing. */
    record AnyOf(String column, List<?> values) implements Condition {}

    /**
     * Equal to a word that the question always has, and that is written into it as it is: only so engines see that an index over
     * the rows with this word is enough.
     */
    record Is(String column, String word) implements Condition {

        public Is {
            if (!word.matches("[a-z_]+")) {
                throw new IllegalArgumentException("not a word: " + word);
            }
        }
    }

    record AtLeast(String column, Object value) implements Condition {}

    record Before(String column, Object value) implements Condition {}

    /** A list of texts that holds exactly {@code value}. */
    record Holds(String column, String value) implements Condition {}

    /** A text that contains {@code part}; case counts. */
    record Contains(String column, String part) implements Condition {}

    record Absent(String column) implements Condition {}
}
