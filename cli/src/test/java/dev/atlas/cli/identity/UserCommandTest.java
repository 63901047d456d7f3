package dev.atlas.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.TestStore;
import dev.atlas.domain.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does who cannot sign in. */
class UserCommandTest {

    @TempDir
    private Path folder;

    private TestStore store = new TestStore(Path.of(""));

    @BeforeEach
    void make() throws Exception {
        store = new TestStore(folder);
        store.make();
    }

    private CommandRun user(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "user";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.of(store.settings(Map.of("WORD", "battery staple")), all);
    }

    @Test
    void a_generated_password_is_shown_once_and_lets_them_sign_in() {
        CommandRun made = user("create", "ann", "--role", "viewer", "--display-name", "Ann", "--json");
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.TRUE);
        Map<String, Json> ann = ((Json.Obj) Json.parse("out", made.out().strip())).members();
        assertThat(ann)
                .containsEntry("username", new Json.Str("ann"))
                .containsEntry("role", new Json.Str("viewer"))
                .containsEntry("is_active", new Json.Bool(true));
        assertThat(ann.get("password"))
                .isInstanceOfSatisfying(Json.Str.class, password -> assertThat(store.signsIn("ann", password.value()))
                        .isTrue());
        assertThat(user("show", "ann", "--json").out()).doesNotContain("password");
    }

    @Test
    void a_given_password_is_not_shown() {
        CommandRun made = user("create", "ann", "--password", "env:WORD");
        assertThat(made.code()).isEqualTo(ExitCode.TRUE);
        assertThat(made.out() + made.err()).doesNotContain("battery");
        assertThat(store.signsIn("ann", "battery staple")).isTrue();
        CommandRun literal = user("reset-password", "ann", "--password", "stable battery");
        assertThat(literal.err()).contains("Warning", "--password").doesNotContain("stable");
        assertThat(store.signsIn("ann", "battery staple")).isFalse();
        assertThat(store.signsIn("ann", "stable battery")).isTrue();
    }

    @Test
    void who_is_not_active_cannot_sign_in() {
        user("create", "ann", "--password", "env:WORD");
        assertThat(user("deactivate", "ann").code()).isEqualTo(ExitCode.TRUE);
        assertThat(store.signsIn("ann", "battery staple")).isFalse();
        assertThat(user("list").out()).contains("admin").doesNotContain("ann");
        assertThat(user("list", "--all").out()).contains("ann");
        assertThat(user("activate", "ann").code()).isEqualTo(ExitCode.TRUE);
        assertThat(store.signsIn("ann", "battery staple")).isTrue();
    }

    @Test
    void lists_have_aligned_columns_without_colours() {
        user("create", "a-very-long-name", "--password", "env:WORD");
        String[] lines = user("list").out().lines().toArray(String[]::new);
        assertThat(lines).hasSize(3);
        int column = lines[0].indexOf("ROLE");
        assertThat(lines[1].substring(column)).startsWith("member");
        assertThat(lines[2].substring(column)).startsWith("admin");
        assertThat(String.join("", lines)).doesNotContain("\u001b");
    }

    @Test
    void what_cannot_be_done_is_refused_in_a_sentence() {
        CommandRun last = user("deactivate", "admin");
        assertThat(last.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(last.err()).contains("nobody who may administer");
        CommandRun taken = user("create", "admin", "--password", "env:WORD");
        assertThat(taken.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(user("show", "nobody").code()).isEqualTo(ExitCode.REFUSED);
        CommandRun role = user("create", "ann", "--role", "king", "--password", "env:WORD");
        assertThat(role.code()).isEqualTo(ExitCode.USAGE);
        assertThat(role.err()).startsWith("--role: ");
        CommandRun email = user("create", "ann", "--email", "nowhere", "--password", "env:WORD");
        assertThat(email.code()).isEqualTo(ExitCode.USAGE);
        assertThat(email.err()).startsWith("--email: ");
        CommandRun name = user("create", "ann", "--display-name", "x".repeat(500), "--password", "env:WORD");
        assertThat(name.err()).startsWith("--display-name: ");
        CommandRun username = user("create", "two words", "--password", "env:WORD");
        assertThat(username.err()).startsWith("USERNAME: ");
        CommandRun weak = CommandRun.of(
                store.settings(Map.of("WORD", "short")), "user", "create", "ann", "--password", "env:WORD");
        assertThat(weak.code()).isEqualTo(ExitCode.USAGE);
        assertThat(weak.err()).startsWith("--password: ").doesNotContain("short,");
        assertThat(user("list").out()).doesNotContain("ann");
    }

    @Test
    void changes_are_audited_as_made_on_the_command_line() {
        user("create", "ann", "--password", "env:WORD");
        user("reset-password", "ann");
        user("deactivate", "ann");
        user("activate", "ann");
        assertThat(store.audited())
                .contains(
                        "user.created by command line",
                        "user.password_set by command line",
                        "user.deactivated by command line",
                        "user.activated by command line");
    }
}
