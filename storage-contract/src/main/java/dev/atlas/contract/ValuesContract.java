package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atlas.contract.samples.Awkward;
import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.ImportSamples;
import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.contract.samples.TrackingSamples;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.tracking.CacheFile;
import dev.atlas.domain.tracking.Epoch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value comes back as it was given, or is refused before any engine sees it. */
abstract class ValuesContract extends Concern {

    static final List<String> TEXTS = Awkward.TEXTS;
    static final List<Json.Obj> OBJECTS = Awkward.OBJECTS;
    static final List<Instant> INSTANTS = Awkward.INSTANTS;

    private static final int MEGABYTE = 1 << 20;

    ValuesContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** Text is kept code point by code point: nothing is normalised, escaped, folded or cut. */
    @ParameterizedTest
    @FieldSource("TEXTS")
    void text_is_kept(String text) {
        Project kept = keep("description", text);
        assertThat(kept.description()).isEqualTo(text.strip());
        Project tagged = keep("tags", List.of("first", text, "last"));
        assertThat(tagged.tags()).containsExactly("first", text.strip(), "last");
    }

    /** Free JSON is kept with the order of its keys and the digits of its numbers, whatever the keys are. */
    @ParameterizedTest
    @FieldSource("OBJECTS")
    void json_is_kept(Json.Obj object) {
        Project kept = keep("settings", object);
        assertThat(kept.settings()).isEqualTo(object);
        assertThat(kept.settings().text()).isEqualTo(object.text());
        assertThat(kept.settings().members().keySet())
                .containsExactlyElementsOf(object.members().keySet());
    }

    /** Instants are kept to the microsecond, from the year 1 to the year 9999. */
    @ParameterizedTest
    @FieldSource("INSTANTS")
    void instants_are_kept(Instant instant) {
        assertThat(keep("createdAt", instant).createdAt()).isEqualTo(instant);
        Project next = keep("createdAt", instant);
        check(each -> assertThat(each.projects()
                        .ownedBy(next.ownerId(), ProjectFilter.NONE, Page.first(1))
                        .items())
                .containsExactly(next));
    }

    /** Named doubles are kept bit by bit: NaN, both infinities, the sign of zero, the smallest and the largest. */
    @Test
    void doubles_are_kept() {
        Epoch given = write(
                (samples, each) -> Copies.with(TrackingSamples.EPOCHS.make(samples, each), "metrics", Awkward.DOUBLES));
        storage().write(each -> each.epochs().add(given));
        Epoch found = read(each -> each.epochs().find(given.id())).orElseThrow();
        assertThat(found.metrics()).isEqualTo(Awkward.DOUBLES);
    }

    /** Whole numbers are kept beyond 2^53, where doubles have gaps, up to the last. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, (1L << 53) + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void longs_are_kept(long value) {
        CacheFile given = write(
                (samples, each) -> Copies.with(TrackingSamples.CACHE_FILES.make(samples, each), "windows", value));
        storage().write(each -> each.cacheFiles().add(given));
        check(each -> assertThat(each.cacheFiles().find(given.id())).contains(given));
    }

    /** Decimals are kept to 34 digits with their scale. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123456789012345678901234",
                "-0.1234567890123456789012345678901234",
                "99999999999999999999.99999999999999",
                "0.00001014198657265369",
                "2.50",
                "2.5"
            })
    void decimals_are_kept(String text) {
        Project kept = keep("settings", number(text));
        assertThat(kept.settings().members().get("n")).isEqualTo(new Json.Num(new BigDecimal(text)));
    }

    /** One digit more is refused before any engine sees it. */
    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890123456789012345", "0.12345678901234567890123456789012345"})
    void more_digits_are_refused(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> number(text));
    }

    private static Json.Obj number(String text) {
        return (Json.Obj) Json.parse("settings", "{\"n\":" + text + "}");
    }

    /** A megabyte of text is no trouble, in ASCII or beyond it. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "😀", "\u0001", "\"", "\\"})
    void a_megabyte_of_text_is_kept(String unit) {
        Json.Obj large =
                new Json.Obj(new LinkedHashMap<>(Map.of("text", new Json.Str(unit.repeat(MEGABYTE / unit.length())))));
        assertThat(keep("metadata", large).metadata()).isEqualTo(large);
    }

    /** The longest key the domain allows fits into the index that keeps it unique, in a script of four bytes too. */
    @Test
    void the_longest_key_is_kept() {
        String grin = "😀";
        ImportedRow row = write((samples, each) -> each.importedRows()
                .add(Copies.with(
                        ImportSamples.IMPORTED_ROWS.make(samples, each),
                        Map.of("source", grin.repeat(100), "table", grin.repeat(100), "key", grin.repeat(450)))));
        check(each -> assertThat(each.importedRows().of(row.projectId(), row.source(), row.table(), null, 5))
                .containsExactly(row));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Copies.with(row, "key", grin.repeat(451)));
    }

    /** A JSON document of many members and items is no trouble either. */
    @Test
    void many_members_are_kept() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            members.put("k." + i, Json.Num.of(i));
        }
        Json.Obj many = new Json.Obj(members);
        assertThat(keep("metadata", many).metadata()).isEqualTo(many);
    }

    /** Empty is not absent, and stays empty; absent stays absent. */
    @Test
    void empty_is_not_absent() {
        Project empty = keep("tags", List.of());
        assertThat(empty.tags()).isEmpty();
        assertThat(keep("metadata", Json.Obj.EMPTY).metadata()).isEqualTo(Json.Obj.EMPTY);
        assertThat(keep("description", null).description()).isNull();
        assertThat(keep("type", null).type()).isNull();
    }

    /** U+0000 and halves of surrogate pairs are refused, in texts, tags and free JSON, keys included. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void what_no_engine_holds_is_refused(String text) {
        User user = write(IdentitySamples.USERS::make);
        Project project = write(ProjectSamples.PROJECTS::make);
        List<Runnable> makers = List.of(
                () -> Copies.with(user, "displayName", text),
                () -> Copies.with(project, "name", text),
                () -> Copies.with(project, "tags", List.of(text)),
                () -> new Username(text),
                () -> new Json.Str(text),
                () -> new Json.Obj(new LinkedHashMap<>(Map.of(text, new Json.Null()))));
        makers.forEach(maker -> assertThatExceptionOfType(InvalidValue.class).isThrownBy(maker::run));
    }

    /** Lookups are exact: case, accents, composition and trailing blanks make another value. */
    @Test
    void look_alikes_are_different() {
        User owner = added(IdentitySamples.USERS);
        List<Project> projects = new ArrayList<>();
        for (String name : Awkward.IN_ORDER_OF_BYTES) {
            projects.add(write((samples, each) -> each.projects()
                    .add(Copies.with(
                            Copies.with(ProjectSamples.project(samples, samples.id(), owner.id()), "name", name),
                            "tags",
                            List.of(name)))));
        }
        for (Project project : projects) {
            ProjectFilter tagged = new ProjectFilter(null, project.name(), null);
            check(each -> assertThat(each.projects()
                            .ownedBy(owner.id(), tagged, Page.first(50))
                            .items())
                    .containsExactly(project));
        }
    }

    /** A part of a name is looked for as it is: case counts, and no character means anything but itself. */
    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "*", "?", ".", "\\", "^a", "$", "[a-z]", "'", "É", "\u0301", "😀"})
    void a_part_of_a_name_is_no_pattern(String part) {
        User owner = added(IdentitySamples.USERS);
        Project holds = write((samples, each) -> each.projects().add(named(owner, "x" + part + "y", samples)));
        write((samples, each) -> each.projects().add(named(owner, "xabcyé", samples)));
        ProjectFilter filter = new ProjectFilter(null, null, part);
        check(each -> assertThat(each.projects()
                        .ownedBy(owner.id(), filter, Page.first(50))
                        .items())
                .containsExactly(holds));
    }

    private static Project named(User owner, String name, Samples samples) {
        return Copies.with(ProjectSamples.project(samples, samples.id(), owner.id()), "name", name);
    }

    /** A project that has this value, as it comes back. */
    private Project keep(String component, @Nullable Object value) {
        Project given =
                write((samples, each) -> Copies.with(ProjectSamples.PROJECTS.make(samples, each), component, value));
        Project added = storage().write(each -> each.projects().add(given)).value();
        assertThat(added).isEqualTo(given);
        Project found = read(each -> each.projects().find(given.id())).orElseThrow();
        assertThat(found).isEqualTo(given);
        assertThat(Objects.hashCode(found)).isEqualTo(Objects.hashCode(given));
        return found;
    }
}
