package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.storage.StorageException.Full;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StoreErrorsTest {

    @Test
    void a_full_disk_is_told_from_a_server_that_is_away() {
        assertThat(StoreErrors.translate(new SQLException("could not extend file", "53100")))
                .isInstanceOf(Full.class);
    }
}
