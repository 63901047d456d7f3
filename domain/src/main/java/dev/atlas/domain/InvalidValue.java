package dev.atlas.domain;

/**
 * A value that can never be accepted, whatever the state. Nothing was changed.
 *
 * <p>The message is written for people and holds no secret: it may be shown as it is.
 */
public final class InvalidValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** {@code field} is the name people know, in snake_case, dotted where nested; {@code message} starts with a verb. */
    public InvalidValue(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
