package dev.atlas.api.http;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The name of a request in logs, answers and the audit trail: the client's {@code X-Request-Id} if it is decent, else a new one. */
public final class RequestIds {

    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "atlas.request-id";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    public static String of(HttpRequest<?> request) {
        Optional<String> known = request.getAttribute(ATTRIBUTE, String.class);
        if (known.isPresent()) {
            return known.get();
        }
        String given = request.getHeaders().get(HEADER);
        String id = given != null && DECENT.matcher(given).matches() ? given : fresh();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** It guards nothing, so it need not be hard to guess. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
