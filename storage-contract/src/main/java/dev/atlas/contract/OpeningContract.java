package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link StorageEngine#open}: a store that cannot be used is refused with one sentence that says what to do. */
abstract class OpeningContract extends Concern {

    OpeningContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** The engine is found where a service looks for it, under all of its names, which say nothing of another one's. */
    @Test
    void an_engine_is_found_by_its_names() {
        StorageEngine engine = harness().engine();
        List<StorageEngine> named = ServiceLoader.load(StorageEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.names().stream().anyMatch(engine.names()::contains))
                .toList();
        assertThat(named).singleElement().isInstanceOf(engine.getClass());
        assertThat(engine.names()).contains(engine.name()).allMatch(name -> name.matches("[a-z]+"));
        assertThat(engine.urlSetting()).matches("ATLAS_[A-Z]+_URL");
        assertThat(engine.accepts(harness().emptyPlace())).isTrue();
        assertThat(engine.accepts("another:place")).isFalse();
    }

    /** Whatever is wrong, the sentence names the setting, and nobody reads the password in it or behind it. */
    @Test
    void what_cannot_be_opened_is_said_in_one_sentence() {
        List<Unusable> all = harness().unusable();
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        for (Unusable each : all) {
            assertThatExceptionOfType(CannotOpen.class)
                    .as(each.what())
                    .isThrownBy(() ->
                            harness().engine().open(each.url(), each.settings()).close())
                    .satisfies(refused -> assertThat(refused)
                            .hasMessageContaining(each.reason())
                            .hasMessageContaining(harness().engine().urlSetting())
                            .hasMessageEndingWith(".")
                            .message()
                            .doesNotContain("\n", "Exception"))
                    .satisfies(refused -> assertNothingLeaks(refused));
        }
    }

    /** A place is free until a store is made there, and taken from then on, whatever the store holds. */
    @Test
    void a_place_is_taken_when_a_store_is_there() {
        String place = harness().emptyPlace();
        assertThat(harness().engine().holdsAnything(place, Map.of())).isFalse();
        assertThat(harness().engine().holdsAnything(place, Map.of()))
                .as("whoever asks makes nothing")
                .isFalse();
        harness().open(place).close();
        assertThat(harness().engine().holdsAnything(place, Map.of())).isTrue();
        harness().pretendNewer(place, true);
        assertThat(harness().engine().holdsAnything(place, Map.of())).isTrue();
    }

    /** Where no store can be opened there is no free place either: it is taken, or the sentence says what is wrong. */
    @Test
    void what_cannot_be_opened_is_never_said_to_be_free() {
        for (Unusable each : harness().unusable()) {
            try {
                assertThat(harness().engine().holdsAnything(each.url(), each.settings()))
                        .as(each.what())
                        .isTrue();
            } catch (CannotOpen refused) {
                assertThat(refused)
                        .as(each.what())
                        .hasMessageContaining(harness().engine().urlSetting());
                assertNothingLeaks(refused);
            }
        }
    }

    private static void assertNothingLeaks(Throwable refused) {
        for (@Nullable Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(Unusable.PASSWORD);
        }
    }

    /** A store of a later version is left as it is, and opens again where it can be used. */
    @Test
    void a_later_schema_is_refused_and_left_alone() {
        String place = harness().emptyPlace();
        User user;
        try (Storage storage = harness().open(place)) {
            user = storage.write(each -> IdentitySamples.USERS.add(samples(), each))
                    .value();
        }
        LiveSchema before = harness().schema(place);
        harness().pretendNewer(place, true);
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> harness().open(place).close())
                .withMessageContaining("newer")
                .withMessageContaining(harness().engine().urlSetting());
        assertThat(harness().schema(place)).isEqualTo(before);
        harness().pretendNewer(place, false);
        try (Storage storage = harness().open(place)) {
            Optional<User> found = storage.read(each -> each.users().find(user.id()));
            assertThat(found).contains(user);
        }
    }

    /** A setting of the engine that cannot be read is named. */
    @Test
    void a_setting_that_cannot_be_read_is_named() {
        String place = harness().emptyPlace();
        String setting = harness().engine().urlSetting().replaceFirst("_URL$", "_QUEUE_TIMEOUT");
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() ->
                        harness().engine().open(place, Map.of(setting, "soon")).close())
                .withMessageContaining(setting);
    }
}
