package dev.atlas.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.storage.Records;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.References;
import dev.atlas.persistence.RowLister;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import org.bson.codecs.configuration.CodecRegistries;

/** What the row repositories of this engine stand on. */
@Factory
final class StoreBeans {

    private record MongoParts(CurrentUnit<Unit> unit, RowLister lister, References references, Records records)
            implements Engine {}

    @Singleton
    CurrentUnit<Unit> unit() {
        return new CurrentUnit<>();
    }

    /** Our time-outs and our row codec, which Micronaut Data's settings know nothing of. */
    @Singleton
    BeanCreatedEventListener<MongoClientSettings> clientSettings(BackendSettings settings) {
        return made -> MongoClientSettings.builder(settings.client())
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromProviders(new RowCodecs()),
                        made.getBean().getCodecRegistry()))
                .build();
    }

    @Singleton
    MongoDatabase database(MongoClient client, BackendSettings settings) {
        return client.getDatabase(settings.database());
    }

    @Singleton
    Engine engine(CurrentUnit<Unit> unit, MongoDatabase database) {
        return new MongoParts(
                unit,
                new DocumentLister(unit, database),
                new DocumentReferences(unit, database),
                new DocumentRecords(unit, database));
    }
}
