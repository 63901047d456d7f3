package dev.atlas.mongo;

import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.Table;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** A codec for every stored row. */
final class RowCodecs implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked") // the codec is made for this very class
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return StoredKinds.rows().contains(type)
                ? (Codec<T>) new RowCodec<>(Table.of(type.asSubclass(Record.class)))
                : null;
    }
}
