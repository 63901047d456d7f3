package dev.atlas.mongo;

import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * Several conditions as one document, field by field, as one writes them by hand. The driver's {@code $and} means the same, but not
 * every server that speaks the protocol looks for an index within it.
 */
final class Conditions {

    private Conditions() {}

    /** All of them hold; any document if there are none. */
    static Bson all(List<? extends Bson> conditions) {
        BsonDocument flat = new BsonDocument();
        for (Bson condition : conditions) {
            for (var part : condition.toBsonDocument().entrySet()) {
                if (!join(flat, part.getKey(), part.getValue())) {
                    return Filters.and(List.copyOf(conditions));
                }
            }
        }
        return flat;
    }

    /** False if both say something that one document cannot. */
    private static boolean join(BsonDocument flat, String field, BsonValue wanted) {
        BsonValue there = flat.get(field);
        if (there == null) {
            flat.put(field, wanted);
            return true;
        }
        if (!operators(there) || !operators(wanted)) {
            return false;
        }
        BsonDocument both = there.asDocument().clone();
        for (var each : wanted.asDocument().entrySet()) {
            if (both.putIfAbsent(each.getKey(), each.getValue()) != null) {
                return false;
            }
        }
        flat.put(field, both);
        return true;
    }

    private static boolean operators(BsonValue value) {
        return value.isDocument()
                && !value.asDocument().isEmpty()
                && value.asDocument().keySet().stream().allMatch(name -> name.startsWith("$"));
    }
}
