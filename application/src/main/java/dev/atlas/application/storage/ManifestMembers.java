package dev.atlas.application.storage;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import java.util.List;
import java.util.Map;

/** Reads the members of an object of a manifest. Throws {@link InvalidValue} naming the one that is missing or wrong. */
record ManifestMembers(Map<String, Json> members) {

    static ManifestMembers of(Json json) {
        if (json instanceof Json.Obj object) {
            return new ManifestMembers(object.members());
        }
        throw new InvalidValue("manifest", "must be an object");
    }

    String text(String name) {
        if (members.get(name) instanceof Json.Str(String text)) {
            return text;
        }
        throw new InvalidValue(name, "must be a text");
    }

    long number(String name) {
        if (members.get(name) instanceof Json.Num number && number.value().scale() == 0) {
            return number.value().longValue();
        }
        throw new InvalidValue(name, "must be a whole number");
    }

    List<Json> list(String name) {
        if (members.get(name) instanceof Json.Arr array) {
            return array.items();
        }
        throw new InvalidValue(name, "must be a list");
    }

    List<String> texts(String name) {
        List<Json> items = list(name);
        if (items.stream().allMatch(Json.Str.class::isInstance)) {
            return Canonical.texts(new Json.Arr(items));
        }
        throw new InvalidValue(name, "must be a list of texts");
    }
}
