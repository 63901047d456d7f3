package dev.atlas.api.http;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?limit=} and {@code ?cursor=}. */
@Singleton
final class PageBinder implements TypedRequestArgumentBinder<Page> {

    @Override
    public Argument<Page> argumentType() {
        return Argument.of(Page.class);
    }

    @Override
    public BindingResult<Page> bind(ArgumentConversionContext<Page> context, HttpRequest<?> request) {
        String limit = request.getParameters().get("limit");
        String cursor = request.getParameters().get("cursor");
        Page page = page(limit, cursor);
        return () -> Optional.of(page);
    }

    private static Page page(@Nullable String limit, @Nullable String cursor) {
        try {
            int size = limit == null ? Page.DEFAULT_LIMIT : Integer.parseInt(limit);
            return new Page(size, cursor == null ? null : Cursor.parse(cursor));
        } catch (NumberFormatException e) {
            throw new BadRequest("limit", "must be a whole number between 1 and " + Page.MAX_LIMIT);
        } catch (InvalidValue e) {
            throw new BadRequest(e.field(), String.valueOf(e.getMessage()));
        }
    }
}
