package dev.atlas.api.projects;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that somebody damaged by hand is no fault of the client's, and the answer says what is wrong. */
class DamagedProjectTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"settings = '{broken'", "settings = '[1]'", "tags = '{}'", "name = ''"})
    void theAnswerSaysThatARecordIsDamaged(String damage) throws Exception {
        String place = ServedAtlas.place("sqlite", folder);
        try (ServedAtlas atlas = ServedAtlas.over(ServedAtlas.open(place), folder)) {
            String id = text(ok(201, atlas.post("admin", "/projects", "{\"name\":\"eeg\"}")), "id");
            ok(200, atlas.get("admin", "/projects/" + id));
            try (Connection connection = DriverManager.getConnection("jdbc:" + place);
                    Statement shell = connection.createStatement()) {
                shell.execute("update projects set " + damage);
            }
            refused(503, "storage.damaged", atlas.get("admin", "/projects/" + id));
            assertThat(refused(503, "storage.damaged", atlas.get("admin", "/projects"))
                            .body())
                    .contains("projects");
            ok(201, atlas.post("admin", "/projects", "{\"name\":\"other\"}"));
        }
    }
}
