package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import dev.atlas.domain.storage.StorageException.Full;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class StoreErrorsTest {

    @Test
    void a_full_disk_is_told_from_a_server_that_is_away() {
        BsonDocument answer =
                BsonDocument.parse("{ok: 0, code: 14031, codeName: 'OutOfDiskSpace', errmsg: 'no space'}");
        assertThat(StoreErrors.translate(new MongoCommandException(answer, new ServerAddress())))
                .isInstanceOf(Full.class);
    }
}
