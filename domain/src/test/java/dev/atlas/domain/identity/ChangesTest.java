package dev.atlas.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void nameOnlyWhatChanged() {
        Changes changes = Changes.NONE
                .text("email", "a@b.c", null)
                .text("display_name", null, "Ann")
                .text("role", "member", "member")
                .flag("active", true, false)
                .masked("password");

        assertThat(changes.before().text()).isEqualTo("{\"email\":\"a@b.c\",\"active\":true}");
        assertThat(changes.after().text())
                .isEqualTo("{\"display_name\":\"Ann\",\"active\":false,\"password\":\"***\"}");
    }

    @Test
    void ofEqualValuesAreNone() {
        assertThat(Changes.NONE
                        .text("email", "a", "a")
                        .flag("active", true, true)
                        .none())
                .isTrue();
    }
}
