package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON without the secrets that people write into settings: texts and numbers whose member is called as secrets are. */
final class HiddenSecrets {

    private static final Pattern CALLED_SO = Pattern.compile(
            ".*(password|passwd|secret|credential|authorization|(api|private|access)[_-]?key).*|.*token",
            Pattern.CASE_INSENSITIVE);

    private static final Json.Str HIDDEN = new Json.Str(LegacyTable.hidden(""));

    private final @Nullable String known;

    private HiddenSecrets(@Nullable String known) {
        this.known = known;
    }

    /** The text of a column; the very same, if it is no JSON or no secret is in it. */
    static String in(String text) {
        return new HiddenSecrets(null).hidden(text);
    }

    /** The same, also without texts in which this secret is, however they are called. */
    static String in(String text, @Nullable String known) {
        return new HiddenSecrets(known == null || known.isBlank() ? null : known).hidden(text);
    }

    private String hidden(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            Json read = Json.parse("json", text);
            Json hidden = hidden(read, false);
            return hidden.equals(read) ? text : hidden.text();
        } catch (InvalidValue e) {
            return CALLED_SO.matcher(text).find() ? LegacyTable.hidden(text) : text;
        }
    }

    private Json hidden(Json json, boolean secret) {
        return switch (json) {
            case Json.Obj(SequencedMap<String, Json> members) -> {
                SequencedMap<String, Json> hidden = new LinkedHashMap<>();
                members.forEach((name, value) -> hidden.put(
                        name, hidden(value, secret || CALLED_SO.matcher(name).matches())));
                yield new Json.Obj(hidden);
            }
            case Json.Arr(var items) ->
                new Json.Arr(items.stream().map(item -> hidden(item, secret)).toList());
            case Json.Str text -> secret || (known != null && text.value().contains(known)) ? HIDDEN : text;
            case Json.Num number -> secret ? HIDDEN : number;
            default -> json;
        };
    }
}
