package dev.atlas.api.storage;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Ids;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.shadow.ShadowOutcome;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the mirror answers otherwise is shown to those who may manage the store, and counted for everybody's graphs. */
class StorageComparisonTest {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String ROUTE = "/storage/comparisons";

    @TempDir
    Path folder;

    @Test
    void a_difference_is_shown_and_counted() throws Exception {
        StorePlace place = place();
        StorePlace mirror = place();
        Clock clock = Clock.systemUTC();
        try (ServedPair pair = new ServedPair(place, place.open(), mirror, new Ids(clock, new Random(8)), clock);
                ServedAtlas atlas = ServedAtlas.over(pair, folder)) {
            atlas.add("ann", "viewer");
            refused(403, "permission.missing", atlas.get("ann", ROUTE));
            assertThat(ok(200, atlas.get("admin", ROUTE)).body()).startsWith("{\"share\":0");
            pair.start();
            Await.until(
                    BOUND,
                    () -> atlas.atlas()
                            .mirror()
                            .status()
                            .filter(MirrorStatus::whole)
                            .isPresent(),
                    () -> "" + atlas.atlas().mirror().status());
            tamper(mirror);
            atlas.atlas().shadow().begin(1, new Random(1));
            ok(200, atlas.get("ann", "/me"));
            Await.until(
                    BOUND,
                    () -> atlas.atlas().shadow().count(ShadowOutcome.DIFFERENT) > 0,
                    () -> "" + atlas.atlas().shadow().report());
            assertThat(ok(200, atlas.get("admin", ROUTE)).body())
                    .contains(
                            "\"question\":\"users.find\"",
                            "\"field\":\"display_name\",\"mirror\":\"\\\"somebody else\\\"\"");
            assertThat(ok(200, atlas.get("admin", "//metrics")).body())
                    .containsPattern("atlas_storage_compare_total\\{result=\"different\"} [1-9]");
            atlas.atlas().shadow().close();
        }
    }

    private StorePlace place() {
        return StorageEngines.installed().at("--url", ServedAtlas.place("sqlite", folder), Map.of());
    }

    private static void tamper(StorePlace place) {
        try (Storage mirror = place.open()) {
            mirror.write(each -> {
                Kind users = each.records().kind("users");
                List<StoredRecord> all = each.records().scan(users, null, 10).stream()
                        .map(record -> record.with("display_name", "somebody else"))
                        .toList();
                each.records().put(users, all);
                return true;
            });
        }
    }
}
