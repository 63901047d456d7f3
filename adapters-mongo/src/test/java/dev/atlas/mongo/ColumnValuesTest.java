package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Column.Type;
import dev.atlas.domain.storage.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnValuesTest {

    /** Every value as it comes back from the bytes that are sent. */
    private static @Nullable Object sent(Type type, @Nullable Object value) {
        Kind kind =
                new Kind("things", List.of(new Column("id", Type.ID, false), new Column("value", type, true)), true);
        BsonDocument document = Documents.write(kind, Arrays.asList(new UUID(1, 2), value));
        return Documents.read(kind, new RawBsonDocument(document, new BsonDocumentCodec()))
                .get(1);
    }

    private static void keeps(Type type, Object value) {
        assertThat(sent(type, value)).isEqualTo(value);
    }

    @Test
    void valuesComeBackAsTheyWere() {
        keeps(Type.ID, UUID.fromString("ffffffff-0000-7000-8000-000000000001"));
        keeps(Type.TEXT, "a\u0001é😀");
        keeps(Type.INTEGER, Long.MIN_VALUE);
        keeps(Type.DOUBLE, Double.MIN_VALUE);
        keeps(Type.BOOLEAN, false);
        keeps(Type.INSTANT, Instants.EARLIEST);
        keeps(Type.INSTANT, Instants.LATEST);
        keeps(Type.DECIMAL, new BigDecimal("-1234567890123456789012345678901.230"));
        keeps(Type.TEXTS, List.of());
        keeps(Type.TEXTS, List.of("b", "", "a"));
        assertThat(sent(Type.TEXT, null)).isNull();
    }

    @Test
    void doublesKeepEveryDoubleAndEveryName() {
        SortedMap<String, Double> doubles = new TreeMap<>();
        doubles.put("a.b", Double.NaN);
        doubles.put("$c", Double.NEGATIVE_INFINITY);
        doubles.put("", -0.0);
        keeps(Type.DOUBLES, doubles);
        keeps(Type.DOUBLES, new TreeMap<String, Double>());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "\"\"",
                "0",
                "-0.0",
                "1E+6111",
                "1E-6176",
                "9999999999999999999999999999999999",
                "2147483647",
                "2147483648",
                "9223372036854775807",
                "9223372036854775808",
                "1E+2",
                "{\"b\":1,\"a\":[{\"$x.y\":null},2.0,2],\"\":{}}"
            })
    void freeJsonKeepsItsText(String text) {
        Json json = Json.parse("json", text);
        Object found = sent(Type.JSON, json);
        assertThat(found)
                .isInstanceOfSatisfying(Json.class, it -> assertThat(it.text()).isEqualTo(json.text()));
    }
}
