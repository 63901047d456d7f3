package dev.atlas.api.openapi;

import dev.atlas.domain.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What no signature can say: meanings and examples, by name; kept in {@code vocabulary.json}. */
final class Vocabulary {

    private final Json.Obj words;

    private Vocabulary(Json.Obj words) {
        this.words = words;
    }

    static Vocabulary read() {
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Vocabulary((Json.Obj) Json.parse("vocabulary", text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole part, such as {@code info}. */
    Json.Obj part(String name) {
        return (Json.Obj) Objects.requireNonNull(words.members().get(name), name);
    }

    /** The schema of a member, with what is said of it: under {@code Schema.member}, else under its name alone. */
    Json.Obj told(String schema, String member, Json.Obj shape) {
        Json example = said("examples", schema, member);
        return new Members()
                .withAll(shape)
                .with("description", said("descriptions", schema, member))
                .with("examples", example == null ? null : List.of(example))
                .object();
    }

    private @Nullable Json said(String part, String schema, String member) {
        SequencedMap<String, Json> all = part(part).members();
        Json own = all.get(schema + "." + member);
        return own == null ? all.get(member) : own;
    }
}
