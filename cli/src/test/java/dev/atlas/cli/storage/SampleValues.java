package dev.atlas.cli.storage;

import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every column type, among them all that once went wrong between engines. */
final class SampleValues {

    /** Columns that hold one of a few words. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("projects.status", List.of("active", "archived")),
            Map.entry("projects.visibility", List.of("private", "public")),
            Map.entry("project_members.role", List.of("viewer", "editor")),
            Map.entry("experiments.status", List.of("running", "completed", "failed", "stopped")),
            Map.entry("subjects.sex", List.of("F", "M")),
            Map.entry("subjects.handedness", List.of("R", "L")),
            Map.entry("subjects.challenge1_split", List.of("train", "val", "test")),
            Map.entry("subjects.challenge2_split", List.of("val", "test", "train")),
            Map.entry("chat_messages.role", List.of("user", "assistant", "system", "tool")),
            Map.entry("usage_records.outcome", List.of("completed", "interrupted", "cancelled", "failed")),
            Map.entry("usage_records.price_source", List.of("set", "known", "imported")),
            Map.entry("usage_rollups.scope", List.of("everybody", "each")),
            Map.entry("usage_rollups.span", List.of("quarter_hour", "hour", "day", "month")),
            Map.entry("bot_lanes.state", List.of("free", "taken")),
            Map.entry("bot_messages.direction", List.of("inbound", "outbound")),
            Map.entry("bot_rollups.span", List.of("hour", "day")),
            Map.entry("provider_configurations.kind", List.of("openai", "azure_openai", "anthropic", "gemini")),
            Map.entry("chat_messages.state", List.of("complete", "interrupted", "cancelled", "failed")));

    /** Columns of which some hold a megabyte. */
    private static final Set<String> LARGE =
            Set.of("users.display_name", "projects.description", "chat_messages.content");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "A",
            "a",
            "caf\u00e9",
            "cafe\u0301",
            "\ud83d\udc69\u200d\ud83d\udd2c \ud83d\ude00",
            "tab\tline\nreturn\r quote\" back\\slash \\N \\. %_ ' $1 {x}",
            "\u0001\u001f\u007f\u0085\u2028\ufeff\uffff",
            "NULL",
            "\\\\x00",
            "0012");

    private static final List<String> OBJECTS = List.of(
            "{}",
            "{\"a.b\":1,\"$set\":{\"$\":2},\"\":3,\"b\":{\"a\":1},\"a\":2}",
            "{\"long\":9007199254740993,\"max\":9223372036854775807,\"min\":-9223372036854775808}",
            "{\"scale\":1.50,\"two\":2.0,\"exp\":1E+300,\"zero\":0.000,\"digits\":0.1234567890123456789012345678901234}",
            "{\"null\":null,\"list\":[],\"nested\":[[],[null],{}],\"text\":\"\",\"int\":2147483648,\"true\":true}",
            "{\"\ud83d\ude00\":\"\\u0001\\\"\\\\\\n\",\"$date\":{\"$date\":\"2025-01-01\"},\"e\u0301\":1,\"\u00e9\":2}");

    private static final List<Double> DOUBLES =
            List.of(0.0, 0.1, 1 / 3.0, 1e-300, -1.7976931348623157e308, 4.9e-324, 9007199254740993.0, 1.0, 100.0);

    private static final List<Double> ODD =
            List.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0);

    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("0999-12-31T23:59:59.999999Z"),
            Instant.parse("1582-10-10T12:00:00.000001Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.EPOCH,
            Instant.parse("2025-10-19T18:32:26.111910Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));

    private final Random random;
    private final String mark;

    SampleValues(Random random) {
        this.random = random;
        this.mark = Integer.toHexString(random.nextInt()) + "-";
    }

    /** Part of every text, so that those of two seeds are never the same. */
    String mark() {
        return mark;
    }

    /** True if only a few words fit there. */
    static boolean bound(Kind kind, Column column) {
        return WORDS.containsKey(kind.name() + "." + column.name());
    }

    /** Of the record at this place; absent now and then where it may be. */
    @Nullable
    Object of(Kind kind, Column column, int place) {
        if (column.nullable() && (place + column.name().length()) % 4 == 0) {
            return null;
        }
        return switch (column.type()) {
            case ID -> new UUID(random.nextLong(), random.nextLong());
            case TEXT -> text(kind, column, place);
            case INTEGER -> place % 2 == 0 ? (long) place : Long.MAX_VALUE - place;
            case DOUBLE -> DOUBLES.get(place % DOUBLES.size());
            case BOOLEAN -> kind.name().equals("checkpoints") ? place % 5 == 0 : place % 2 == 0;
            case INSTANT -> INSTANTS.get((place + column.name().length()) % INSTANTS.size());
            case DECIMAL -> new BigDecimal("-9999999999999999999999999.99999999" + place % 10);
            case JSON -> Json.parse("json", OBJECTS.get((place + column.name().length()) % OBJECTS.size()));
            case TEXTS -> TEXTS.subList(place % 4, place % 4 + place % 3);
            case DOUBLES -> doubles(place);
        };
    }

    private Object text(Kind kind, Column column, int place) {
        List<String> words = WORDS.get(kind.name() + "." + column.name());
        if (words != null) {
            return words.get(place % words.size());
        }
        String text = TEXTS.get((place + column.name().length()) % TEXTS.size()) + mark + place;
        return place == 7 && LARGE.contains(kind.name() + "." + column.name())
                ? text + "\ud83d\ude00".repeat(250_000)
                : text;
    }

    private static SortedMap<String, Double> doubles(int place) {
        SortedMap<String, Double> doubles = new TreeMap<>();
        doubles.put("loss." + place % 3, DOUBLES.get(place % DOUBLES.size()));
        doubles.put("$auc", ODD.get(place % ODD.size()));
        if (place % 5 == 0) {
            doubles.put("", 0.5);
        }
        return doubles;
    }
}
