package dev.atlas.domain.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {

    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Instant LATER = MADE.plusSeconds(1);

    @Test
    void blankTextsAreAbsentAndOthersTrimmed() {
        Project project = project(details(" \u00e4lpha ", "  ", List.of(" a ", "b", "a")));

        assertThat(project.name()).isEqualTo("\u00e4lpha");
        assertThat(project.description()).isNull();
        assertThat(project.tags()).containsExactly("a", "b");
    }

    @Test
    void aNameHasUpToAHundredCharactersWhateverTheirSize() {
        assertThat(project(details("\ud83d\ude00".repeat(100), null, List.of())).name())
                .hasSize(200);
        assertInvalid("name", details("x".repeat(101), null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t ", "a\0b", "\ud83d"})
    void aNameIsNeitherBlankNorUnstorable(String name) {
        assertInvalid("name", details(name, null, List.of()));
    }

    @Test
    void tagsAreAtMostFifty() {
        List<String> tags = IntStream.range(0, 51).mapToObj(Integer::toString).toList();

        assertThat(project(details("a", null, tags.subList(1, 51))).tags()).hasSize(50);
        assertInvalid("tags", details("a", null, tags));
        assertInvalid("tags", details("a", null, List.of(" ")));
    }

    @Test
    void membersOfSettingsAndMetadataHaveShortNames() {
        Json.Obj named = (Json.Obj) Json.parse("test", "{\"" + "\ud83d\ude00".repeat(100) + "\":1}");
        Json.Obj unnamed = (Json.Obj) Json.parse("test", "{\"\":1}");

        project(new ProjectDetails("a", null, null, Visibility.PRIVATE, List.of(), named, named));
        assertInvalid(
                "settings",
                new ProjectDetails("a", null, null, Visibility.PRIVATE, List.of(), unnamed, Json.Obj.EMPTY));
        assertInvalid(
                "metadata",
                new ProjectDetails("a", null, null, Visibility.PRIVATE, List.of(), Json.Obj.EMPTY, unnamed));
    }

    @Test
    void theTimeOfArchivingIsThereExactlyWhileArchived() {
        Project project = project(details("a", null, List.of()));

        Project archived = project.moved(ProjectStatus.ARCHIVED, LATER);
        assertThat(archived.archivedAt()).isEqualTo(LATER);
        assertThat(archived.archived()).isTrue();
        assertThat(archived.updatedAt()).isEqualTo(LATER);

        Project restored = archived.moved(ProjectStatus.ACTIVE, LATER);
        assertThat(restored.archivedAt()).isNull();
        assertThat(restored.createdAt()).isEqualTo(MADE);
    }

    @Test
    void onlyANewDescriptionIsAnUpdate() {
        Project project = project(details("a", "about", List.of("t")));

        assertThat(project.described(details(" a ", "about ", List.of("t", "t")), LATER))
                .isSameAs(project);
        assertThat(project.described(details("b", "about", List.of("t")), LATER).updatedAt())
                .isEqualTo(LATER);
    }

    private static void assertInvalid(String field, ProjectDetails details) {
        assertThatThrownBy(() -> project(details)).isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field())
                .isEqualTo(field));
    }

    private static Project project(ProjectDetails details) {
        return Project.create(new Id<>(new UUID(0, 1)), new Id<>(new UUID(0, 2)), details, MADE);
    }

    private static ProjectDetails details(String name, @Nullable String description, List<String> tags) {
        return new ProjectDetails(name, description, null, Visibility.PRIVATE, tags, Json.Obj.EMPTY, Json.Obj.EMPTY);
    }
}
