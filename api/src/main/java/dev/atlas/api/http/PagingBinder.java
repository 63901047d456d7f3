package dev.atlas.api.http;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?limit=} and {@code ?cursor=}. */
@Singleton
final class PagingBinder implements TypedRequestArgumentBinder<Paging> {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    /** A multiple of three, so that the mark is text of this many bytes and a third, without padding. */
    private static final int MARK = 6;

    @Override
    public Argument<Paging> argumentType() {
        return Argument.of(Paging.class);
    }

    @Override
    public BindingResult<Paging> bind(ArgumentConversionContext<Paging> context, HttpRequest<?> request) {
        String list = mark(request);
        String limit = request.getParameters().get(LIMIT);
        String cursor = request.getParameters().get(CURSOR);
        Paging paging = new Paging(page(limit, cursor, list), list);
        return () -> Optional.of(paging);
    }

    private static Page page(@Nullable String limit, @Nullable String cursor, String list) {
        try {
            int size = limit == null ? Page.DEFAULT_LIMIT : Integer.parseInt(limit);
            return new Page(size, cursor == null ? null : after(cursor, list));
        } catch (NumberFormatException e) {
            throw new BadRequest(LIMIT, "must be a whole number between 1 and " + Page.MAX_LIMIT);
        } catch (InvalidValue e) {
            throw new BadRequest(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private static Cursor after(String cursor, String list) {
        if (!cursor.startsWith(list)) {
            throw new BadRequest(
                    CURSOR, "must be the value of \"next\" from an earlier page of this list, with the same filters");
        }
        return Cursor.parse(cursor.substring(list.length()));
    }

    /** The same for all pages of a list, on every node and engine. */
    private static String mark(HttpRequest<?> request) {
        TreeMap<String, List<String>> filters =
                new TreeMap<>(request.getParameters().asMap());
        filters.remove(LIMIT);
        filters.remove(CURSOR);
        byte[] digest = sha256().digest((request.getPath() + "?" + filters).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, MARK));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
