package dev.atlas.api.http;

import java.util.List;

/** A request that cannot be understood: 400. Names every field that is wrong. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<Problem.FieldError> errors;

    public BadRequest(List<Problem.FieldError> errors) {
        super("the request cannot be understood", null, false, false);
        this.errors = List.copyOf(errors);
    }

    public BadRequest(String field, String message) {
        this(List.of(new Problem.FieldError(field, message)));
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }
}
