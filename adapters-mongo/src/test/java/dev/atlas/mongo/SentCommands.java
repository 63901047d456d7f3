package dev.atlas.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;

/** Listens to the driver of every store of the tests; found by Micronaut on the class path. */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class SentCommands implements BeanCreatedEventListener<MongoClientSettings>, CommandListener {

    private static final Set<String> QUERIES = Set.of("find", "aggregate", "count");

    /** Of all stores of the JVM, as Micronaut makes the listener and tests look at it. */
    private static final List<BsonDocument> COMMANDS = Collections.synchronizedList(new ArrayList<>());

    @Override
    public MongoClientSettings onCreated(BeanCreatedEvent<MongoClientSettings> event) {
        return MongoClientSettings.builder(event.getBean())
                .addCommandListener(this)
                .build();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (QUERIES.contains(event.getCommandName())) {
            COMMANDS.add(event.getCommand().clone());
        }
    }

    /** Those since the last call. */
    static List<BsonDocument> take() {
        synchronized (COMMANDS) {
            List<BsonDocument> taken = List.copyOf(COMMANDS);
            COMMANDS.clear();
            return taken;
        }
    }
}
