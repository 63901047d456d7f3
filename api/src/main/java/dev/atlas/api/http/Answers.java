package dev.atlas.api.http;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.util.Arrays;

/** The forms an answer can have. */
public final class Answers {

    /** Carries the position of a write. */
    public static final String POSITION = "Atlas-Position";

    /** The media type of RFC 7396. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private Answers() {}

    /** One entity with its version; 304 without a body if the client has this version already. */
    public static <V> MutableHttpResponse<V> entity(HttpRequest<?> request, V view, long version) {
        String etag = etag(version);
        String known = request.getHeaders().get("If-None-Match");
        boolean unchanged = known != null
                && Arrays.stream(known.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> each.equals(etag) || each.equals("*"));
        MutableHttpResponse<V> answer = unchanged ? HttpResponse.notModified() : HttpResponse.ok(view);
        return answer.header("ETag", etag);
    }

    /** What a write left, with its version. */
    public static <V> MutableHttpResponse<V> changed(V view, long version) {
        return HttpResponse.ok(view).header("ETag", etag(version));
    }

    /** What a write left, with its version and position. */
    public static <V> MutableHttpResponse<V> changed(V view, long version, Position position) {
        return at(position, changed(view, version));
    }

    /** What a write made, and where it can be found. */
    public static <V> MutableHttpResponse<V> created(V view, long version, String path) {
        return HttpResponse.created(view)
                .header("Location", URI.create(path).toString())
                .header("ETag", etag(version));
    }

    /** What a write made, where it can be found, and its position. */
    public static <V> MutableHttpResponse<V> created(V view, long version, Position position, String path) {
        return at(position, created(view, version, path));
    }

    /** What goes on after the answer, and where is told how it stands. */
    public static <V> MutableHttpResponse<V> accepted(V view, Position position, String path) {
        return at(position, HttpResponse.<V>accepted(URI.create(path)).body(view));
    }

    /** The answer of a write at this position. */
    public static <V> MutableHttpResponse<V> at(Position position, MutableHttpResponse<V> answer) {
        return answer.header(POSITION, position.text());
    }

    /** A write that leaves nothing to show. */
    public static <V> MutableHttpResponse<V> done(Committed<?> committed) {
        return HttpResponse.<V>noContent().header(POSITION, committed.position().text());
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
