package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal;
import dev.atlas.application.Refusal.NotAllowed;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.projects.Project;
import org.junit.jupiter.api.Test;

class ProjectSettingsTest extends ProjectsTest {

    @Test
    void editorsReplaceAndMergeAndViewersRead() {
        Project project = shared("alpha");

        Project put = projects.settings()
                .put(ed, project.id(), json("{\"b\":1,\"a\":{\"x\":1,\"$y.z\":2.0},\"n\":null}"), 0L)
                .value();
        Project patched = projects.settings()
                .patch(ed, project.id(), json("{\"b\":null,\"a\":{\"x\":3}}"), put.version())
                .value();

        assertThat(put.settings().text()).isEqualTo("{\"b\":1,\"a\":{\"x\":1,\"$y.z\":2.0},\"n\":null}");
        assertThat(patched.settings().text()).isEqualTo("{\"a\":{\"x\":3,\"$y.z\":2.0},\"n\":null}");
        assertThat(now(projects.settings().get(vic, project.id()))).isEqualTo(patched);
        assertRefused(NotAllowed.class, "project.role_missing", () -> projects.settings()
                .patch(vic, project.id(), json("{}"), null));
    }

    @Test
    void theSameAgainLeavesTheVersionAndAnotherOrderDoesNot() {
        Project project = shared("alpha");
        Project first = projects.settings()
                .put(ann, project.id(), json("{\"a\":1,\"b\":2}"), null)
                .value();

        assertThat(projects.settings()
                        .put(ann, project.id(), json("{\"a\":1,\"b\":2}"), null)
                        .value())
                .isEqualTo(first);
        Project turned = projects.settings()
                .put(ann, project.id(), json("{\"b\":2,\"a\":1}"), null)
                .value();
        assertThat(turned.version()).isEqualTo(first.version() + 1);
        assertThat(turned.settings().text()).isEqualTo("{\"b\":2,\"a\":1}");
    }

    @Test
    void aStaleChangeIsRefused() {
        Project project = shared("alpha");
        projects.settings().put(ann, project.id(), json("{\"a\":1}"), 0L);

        assertRefused(Refusal.Stale.class, "version.stale", () -> projects.settings()
                .patch(ed, project.id(), json("{\"a\":2}"), 0L));
    }

    @Test
    void namesOfSettingsAreNeitherEmptyNorLong() {
        Project project = shared("alpha");

        for (String name : new String[] {"", "x".repeat(101)}) {
            assertThatThrownBy(() -> projects.settings().put(ann, project.id(), json("{\"" + name + "\":1}"), null))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("settings"));
        }
    }

    @Test
    void settingsOfAnArchivedProjectAreReadOnly() {
        Project project = archive(shared("alpha"));

        assertRefused(WrongState.class, "project.archived", () -> projects.settings()
                .put(ed, project.id(), json("{}"), null));
        assertThat(now(projects.settings().get(vic, project.id())).settings().text())
                .isEqualTo("{}");
    }
}
