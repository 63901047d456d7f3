package dev.atlas.application.storage;

import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import java.util.UUID;

/** Keys as text. */
public final class Keys {

    private Keys() {}

    public static String text(RecordKey key) {
        return key.raw().toString();
    }

    /** The reverse. */
    public static RecordKey parse(Kind kind, String text) {
        return kind.key().type() == Type.ID ? new RecordKey.OfId(UUID.fromString(text)) : new RecordKey.OfText(text);
    }
}
