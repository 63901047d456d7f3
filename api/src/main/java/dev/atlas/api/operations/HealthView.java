package dev.atlas.api.operations;

import dev.atlas.api.http.View;

/**
 * How the service is.
 *
 * @param status {@code up}: whatever is not well is answered with a problem
 */
@View
public record HealthView(String status) {

    static final HealthView UP = new HealthView("up");
}
