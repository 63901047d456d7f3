package dev.atlas.persistence.sql;

import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import java.util.List;
import java.util.SortedMap;

/** Lists and maps as the JSON text both SQL engines keep for them. */
public final class JsonTexts {

    private JsonTexts() {}

    public static String write(List<String> texts) {
        return Json.strings(texts).text();
    }

    public static List<String> readTexts(String json) {
        return Canonical.texts(Json.parse("texts", json));
    }

    public static String write(SortedMap<String, Double> doubles) {
        return Canonical.encode(doubles).text();
    }

    public static SortedMap<String, Double> readDoubles(String json) {
        return Canonical.doubles(Json.parse("doubles", json));
    }
}
