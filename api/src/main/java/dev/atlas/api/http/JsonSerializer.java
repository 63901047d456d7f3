package dev.atlas.api.http;

import dev.atlas.domain.Json;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;

/** Writes free JSON as it is stored: key order, nulls and the scale of numbers kept. */
@Singleton
final class JsonSerializer implements Serializer<Json> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Json> type, Json value)
            throws IOException {
        switch (value) {
            case Json.Obj object -> {
                try (Encoder members = encoder.encodeObject(type)) {
                    for (Map.Entry<String, Json> member : object.members().entrySet()) {
                        members.encodeKey(member.getKey());
                        serialize(members, context, type, member.getValue());
                    }
                }
            }
            case Json.Arr array -> {
                try (Encoder items = encoder.encodeArray(type)) {
                    for (Json item : array.items()) {
                        serialize(items, context, type, item);
                    }
                }
            }
            case Json.Str string -> encoder.encodeString(string.value());
            case Json.Num number -> encoder.encodeBigDecimal(number.value());
            case Json.Bool bool -> encoder.encodeBoolean(bool.value());
            case Json.Null ignored -> encoder.encodeNull();
        }
    }
}
