package dev.atlas.contract.samples;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values that some engine, driver or migration has once changed, cut, refused or lost. */
public final class Awkward {

    /** Emoji of several code points, the same letter composed and decomposed, right-to-left, controls, SQL and JSON syntax. */
    public static final List<String> TEXTS = List.of(
            "👩‍👩‍👧‍👦 🏳️‍🌈 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "caf\u00e9",
            "cafe\u0301",
            "ŀİıſß ﬁ ǅ",
            "שלום \u202eabc\u202c",
            "\u0001\u001f\u007f\u0085\u2028\ufeff\uffff",
            "'; drop table users; -- \" \\ \\u0000 %_*? ${x} #{y} :z",
            "NULL",
            "tab\tnew\nline\r\nend",
            "\udbff\udfff".repeat(3));

    /** Pairs that are the same to a careless collation, and their order by bytes of UTF-8 (which is not that of Java). */
    public static final List<String> IN_ORDER_OF_BYTES = List.of(
            "A", "B", "Z", "a", "b", "cafe\u0301", "caf\u00e9", "z", "Ä", "ä", "\uff5e", "\ufffd", "\ud83d\ude00");

    /** Dotted and dollar keys, numbers of every size and scale, null and empty beside absent, a key order of its own. */
    public static final List<Json.Obj> OBJECTS = List.of(
            object("{}"),
            object(
                    "{\"a.b\":1,\"a\":{\"b\":2},\"$set\":{\"$inc\":3},\"$\":4,\".\":5,\"e\":{\"\":6},\"a..b\":7,\"..\":8}"),
            object("{\"z\":1,\"a\":2,\"_id\":3,\"id\":4,\"Z\":5}"),
            object("{\"long\":9007199254740993,\"max\":9223372036854775807,\"min\":-9223372036854775808}"),
            object("{\"int\":2147483648,\"big\":1234567890123456789012345678901234,\"neg\":-1,\"zero\":0}"),
            object("{\"scale\":1.50,\"two\":2,\"two.0\":2.0,\"exp\":1E+300,\"small\":1E-300,\"zeros\":0.000}"),
            object("{\"digits\":0.1234567890123456789012345678901234,\"tenth\":0.1,\"third\":0.3333333333333333}"),
            object("{\"edge\":9.999999999999999999999999999999999E+6144,\"tiny\":1E-6176,\"nil\":0E-6176}"),
            object(
                    "{\"null\":null,\"empty\":\"\",\"list\":[],\"object\":{},\"nested\":[[],[null],{}],\"false\":false}"),
            object("{\"date\":{\"$date\":\"2025-01-01\"},\"oid\":{\"$oid\":\"x\"},\"number\":{\"$numberLong\":\"1\"}}"),
            object(
                    "{\"text\":\"\\u0001 \\\" \\\\ \\n \ud83d\ude00 e\\u0301\",\"\ud83d\ude00\":\"key\",\"é\":1,\"e\u0301\":2}"),
            object("{\"deep\":" + "[".repeat(60) + "]".repeat(60) + "}"));

    /** What JSON and SQLite lack, the ends of the range, and doubles that only 17 digits tell apart. */
    public static final SortedMap<String, Double> DOUBLES = doubles();

    /** The ends of the range, before 1582 (where calendars differ), before 1970, the last microsecond of a second. */
    public static final List<Instant> INSTANTS = List.of(
            Instants.EARLIEST,
            Instant.parse("0001-01-01T00:00:00.000001Z"),
            Instant.parse("0999-12-31T23:59:59.999999Z"),
            Instant.parse("1582-10-04T23:59:59.999999Z"),
            Instant.parse("1582-10-15T00:00:00Z"),
            Instant.parse("1900-01-01T00:00:00.123456Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.EPOCH,
            Instant.parse("2024-02-29T12:00:00.000001Z"),
            Instant.parse("2025-03-30T01:30:00.999999Z"),
            Instant.parse("2038-01-19T03:14:08.000001Z"),
            Instant.parse("9999-12-31T23:59:59.000001Z"),
            Instants.LATEST);

    private Awkward() {}

    private static Json.Obj object(String text) {
        return (Json.Obj) Json.parse("sample", text);
    }

    private static SortedMap<String, Double> doubles() {
        SortedMap<String, Double> doubles = new TreeMap<>();
        doubles.put("nan", Double.NaN);
        doubles.put("infinity", Double.POSITIVE_INFINITY);
        doubles.put("-infinity", Double.NEGATIVE_INFINITY);
        doubles.put("-0.0", -0.0);
        doubles.put("0.0", 0.0);
        doubles.put("max", Double.MAX_VALUE);
        doubles.put("min", Double.MIN_VALUE);
        doubles.put("normal", Double.MIN_NORMAL);
        doubles.put("2^53+2", 9007199254740994.0);
        doubles.put("0.1+0.2", 0.1 + 0.2);
        doubles.put("third", 1.0 / 3);
        doubles.put("val.loss", 0.5);
        doubles.put("$set", 1.0);
        doubles.put("\ud83d\ude00", 2.0);
        doubles.put("A", 1e22);
        doubles.put("a", 1e-7);
        return Collections.unmodifiableSortedMap(doubles);
    }
}
