package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.contract.QueryPlan.Access;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Which of the indexes there are MongoDB can start a query from. Asked where a compatible server answers, whose own
 * planner sees no index behind an {@code $and} or beside an {@code $or}; MongoDB itself is asked to explain.
 */
record IndexChoice(MongoDatabase database) {

    Access of(BsonDocument command) {
        String collection = command.getString(command.getFirstKey()).getValue();
        BsonDocument filter = part(command, "filter", "query", "$match");
        BsonDocument sort = part(command, "sort", "$sort");
        Set<String> fields = new HashSet<>();
        constrained(filter, fields);
        Access best = Access.SCAN;
        for (BsonDocument index : database.getCollection(collection).listIndexes(BsonDocument.class)) {
            Set<String> covered = new HashSet<>();
            constrained(index.getDocument("partialFilterExpression", new BsonDocument()), covered);
            String first = index.getDocument("key").getFirstKey();
            if (fields.containsAll(covered) && fields.contains(first)) {
                return Access.SEEK;
            }
            if (covered.isEmpty() && !sort.isEmpty() && first.equals(sort.getFirstKey())) {
                best = Access.WALK;
            }
        }
        return best;
    }

    /** The first of these parts of a command, or of a stage of its pipeline. */
    private static BsonDocument part(BsonDocument command, String... names) {
        Stream<BsonDocument> places = Stream.concat(
                Stream.of(command),
                command.getArray("pipeline", new BsonArray()).stream().map(BsonValue::asDocument));
        return places.flatMap(
                        place -> Stream.of(names).filter(place::containsKey).map(place::get))
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument)
                .findFirst()
                .orElseGet(BsonDocument::new);
    }

    /** The fields that every found document satisfies a condition on; alternatives do not count. */
    private static void constrained(BsonDocument filter, Set<String> fields) {
        filter.forEach((name, condition) -> {
            if (name.equals("$and")) {
                condition.asArray().forEach(each -> constrained(each.asDocument(), fields));
            } else if (!name.startsWith("$")) {
                fields.add(name);
            }
        });
    }
}
