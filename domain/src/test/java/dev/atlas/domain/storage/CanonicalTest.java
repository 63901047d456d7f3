package dev.atlas.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The canonical form loses nothing and has one text for each record. */
class CanonicalTest {

    private static final int RECORDS = 5_000;
    private static final long LAST_MICRO = Instants.toMicros(Instants.LATEST);
    private static final long FIRST_MICRO = Instants.toMicros(Instants.EARLIEST);

    private static final Kind KIND = new Kind(
            "things",
            Arrays.stream(Type.values())
                    .map(type -> new Column(type.name().toLowerCase(Locale.ROOT), type, type != Type.ID))
                    .toList(),
            true);

    @Test
    void what_is_encoded_is_decoded_to_the_same() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < RECORDS; i++) {
            StoredRecord record = record(random);
            String text = Canonical.encode(record).text();
            assertThat(Canonical.text(record)).isEqualTo(text);
            StoredRecord decoded = Canonical.decode(KIND, (Json.Obj) Json.parse("record", text));
            assertThat(decoded).as("seed %d", seed).isEqualTo(record);
            assertThat(Canonical.encode(decoded).text()).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void what_no_record_can_hold_is_refused_by_name() {
        refused("{\"id\":\"%s\",\"other\":1}", "things.other");
        refused("{}", "things.id");
        refused("{\"id\":\"x\"}", "things.id");
        refused("{\"id\":\"%s\",\"integer\":1.5}", "things.integer");
        refused("{\"id\":\"%s\",\"integer\":9223372036854775808}", "things.integer");
        refused("{\"id\":\"%s\",\"boolean\":1}", "things.boolean");
        refused("{\"id\":\"%s\",\"texts\":[1]}", "things.texts");
        refused("{\"id\":\"%s\",\"double\":\"NaN\"}", "things.double");
        refused("{\"id\":\"%s\",\"instant\":\"yesterday\"}", "things.instant");
    }

    @Test
    void a_decimal_has_one_form() {
        assertThat(decimal("1E+3")).isEqualTo(new BigDecimal("1000"));
        assertThat(decimal("0E+40")).isEqualTo(new BigDecimal("0"));
        assertThat(decimal("2.0")).isEqualTo(new BigDecimal("2.0"));
        assertThat(decimal("-1234567890123456789012345678.901230"))
                .isEqualTo(new BigDecimal("-1234567890123456789012345678.901230"));
        refused("{\"id\":\"%s\",\"decimal\":\"1E+34\"}", "things.decimal");
        refused("{\"id\":\"%s\",\"decimal\":\"0.12345678901234567890123456789012345\"}", "things.decimal");
    }

    private static @Nullable Object decimal(String text) {
        Json.Obj encoded =
                (Json.Obj) Json.parse("record", "{\"id\":\"%s\",\"decimal\":\"%s\"}".formatted(new UUID(1, 2), text));
        return Canonical.decode(KIND, encoded).value("decimal");
    }

    private static void refused(String text, String field) {
        Json.Obj encoded = (Json.Obj) Json.parse("record", text.formatted(new UUID(1, 2)));
        assertThatThrownBy(() -> Canonical.decode(KIND, encoded))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static StoredRecord record(Random random) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : KIND.columns()) {
            values.add(column.nullable() && random.nextInt(4) == 0 ? null : value(random, column.type()));
        }
        return new StoredRecord(KIND, values);
    }

    private static Object value(Random random, Type type) {
        return switch (type) {
            case ID -> new UUID(random.nextLong(), random.nextLong());
            case TEXT -> text(random);
            case INTEGER -> random.nextLong() >> random.nextInt(64);
            case DOUBLE -> finite(random);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instants.ofMicros(random.nextLong(FIRST_MICRO, LAST_MICRO));
            case DECIMAL -> new BigDecimal(new BigInteger(110, random), random.nextInt(40));
            case JSON -> json(random, 3);
            case TEXTS -> List.of(text(random), text(random)).subList(0, random.nextInt(3));
            case DOUBLES -> doubles(random);
        };
    }

    private static String text(Random random) {
        int[] points = random.ints(random.nextInt(12), 1, 0x11_0000)
                .map(point -> Math.max(1, point >> random.nextInt(14)))
                .map(point -> point >= 0xd800 && point < 0xe000 ? 'x' : point)
                .toArray();
        return new String(points, 0, points.length);
    }

    private static double finite(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 0.0;
    }

    private static BigDecimal decimal(Random random) {
        return new BigDecimal(new BigInteger(110, random), random.nextInt(60) - 20);
    }

    private static SortedMap<String, Double> doubles(Random random) {
        SortedMap<String, Double> doubles = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            doubles.put(text(random), Double.longBitsToDouble(random.nextLong()));
        }
        doubles.put("odd", List.of(Double.NaN, -0.0, Double.POSITIVE_INFINITY).get(random.nextInt(3)));
        return doubles;
    }

    private static Json json(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Json.Null();
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2 -> new Json.Num(decimal(random));
            case 3 -> new Json.Str(text(random));
            case 4 -> new Json.Arr(List.of(json(random, depth - 1), json(random, depth - 1)));
            default -> {
                SequencedMap<String, Json> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(text(random), json(random, depth - 1));
                }
                yield new Json.Obj(members);
            }
        };
    }
}
