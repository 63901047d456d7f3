package dev.atlas.api.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code If-Match: "7"}; {@code *} and no header mean any version. */
@Singleton
final class IfMatchBinder implements TypedRequestArgumentBinder<IfMatch> {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    @Override
    public Argument<IfMatch> argumentType() {
        return Argument.of(IfMatch.class);
    }

    @Override
    public BindingResult<IfMatch> bind(ArgumentConversionContext<IfMatch> context, HttpRequest<?> request) {
        IfMatch ifMatch = read(request.getHeaders().get("If-Match"));
        return () -> Optional.of(ifMatch);
    }

    private static IfMatch read(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return new IfMatch(null);
        }
        Matcher etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw new BadRequest("If-Match", "must be one ETag such as \"7\"");
        }
        return new IfMatch(Long.valueOf(etag.group(1)));
    }
}
