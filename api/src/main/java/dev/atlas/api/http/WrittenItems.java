package dev.atlas.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The JSON of items that were listed lately: making it takes a quarter of the time of a list. What is found in storage again as it
 * was is the same instance where an engine keeps it, and only then it is found here; what is written goes with its item. Thread-safe.
 */
@Singleton
final class WrittenItems {

    private static final class Written {

        /** By which it was shown; another one shows something else. */
        private final Object view;

        private final byte[] json;

        private Written(Object view, byte[] json) {
            this.view = view;
            this.json = json;
        }
    }

    private final JsonMapper mapper;
    private final Cache<Object, Written> kept = Caffeine.newBuilder().weakKeys().build();

    WrittenItems(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** One of some items as JSON. */
    byte[] item(List<?> items, int index) {
        if (!(items instanceof Views<?, ?> views)) {
            return anew(items.get(index));
        }
        Object item = views.items().get(index);
        Written before = kept.getIfPresent(item);
        if (before != null && before.view == views.view()) {
            return before.json;
        }
        byte[] json = anew(views.get(index));
        kept.put(item, new Written(views.view(), json));
        return json;
    }

    /** Any value as JSON. */
    byte[] anew(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
