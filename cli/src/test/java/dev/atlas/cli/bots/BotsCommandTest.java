package dev.atlas.cli.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.TestStore;
import dev.atlas.domain.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with linked accounts who cannot or need not sign in. */
class BotsCommandTest {

    @TempDir
    private Path folder;

    private TestStore store = new TestStore(Path.of(""));

    @BeforeEach
    void make() throws Exception {
        store = new TestStore(folder);
        store.make();
        assertThat(CommandRun.of(store.settings(Map.of()), "user", "create", "ann")
                        .code())
                .isEqualTo(ExitCode.TRUE);
    }

    private CommandRun bots(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bots";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.of(store.settings(Map.of()), all);
    }

    @Test
    void what_is_linked_is_listed_until_it_is_unlinked() {
        CommandRun linked = bots("link", "ann", "telegram", "12345", "--platform-username", "@ann", "--json");
        assertThat(linked.code()).as(linked.err()).isEqualTo(ExitCode.TRUE);
        assertThat(((Json.Obj) Json.parse("out", linked.out().strip())).members())
                .containsEntry("username", new Json.Str("ann"))
                .containsEntry("platform", new Json.Str("telegram"))
                .containsEntry("platform_user_id", new Json.Str("12345"))
                .containsEntry("platform_username", new Json.Str("@ann"));
        assertThat(bots("link", "ann", "telegram", "12345").out()).isEqualTo("12345 on telegram is the user ann.\n");
        assertThat(bots("link", "admin", "slack", "U1").code()).isEqualTo(ExitCode.TRUE);

        List<String> lines = bots("accounts").out().lines().toList();
        assertThat(lines).hasSize(3);
        int column = lines.getFirst().indexOf("PLATFORM USER");
        assertThat(lines.get(1).substring(column)).startsWith("U1");
        assertThat(lines.get(2).substring(column)).startsWith("12345");
        assertThat(bots("accounts", "--platform", "telegram").out())
                .contains("12345")
                .doesNotContain("U1");
        assertThat(bots("accounts", "--username", "admin", "--json").out())
                .contains("\"U1\"")
                .doesNotContain("12345");

        assertThat(bots("unlink", "telegram", "12345").out())
                .isEqualTo("12345 on telegram is not the user ann any more.\n");
        assertThat(bots("accounts", "--username", "ann", "--json").out()).isEqualTo("[]\n");
        assertThat(store.audited())
                .contains(
                        "bot_account.linked by command line",
                        "bot_account.relinked by command line",
                        "bot_account.unlinked by command line");
    }

    @Test
    void what_cannot_be_done_is_refused_in_a_sentence() {
        assertThat(bots("link", "ann", "telegram", "12345").code()).isEqualTo(ExitCode.TRUE);
        CommandRun moved = bots("link", "admin", "telegram", "12345");
        assertThat(moved.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(moved.err()).contains("another user");
        assertThat(bots("link", "admin", "telegram", "12345", "--move").out())
                .isEqualTo("12345 on telegram is the user admin.\n");
        assertThat(bots("accounts", "--username", "ann", "--json").out()).isEqualTo("[]\n");
        assertThat(store.audited()).contains("bot_account.moved by command line");
        assertThat(bots("link", "nobody", "telegram", "1").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(bots("unlink", "slack", "12345").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(bots("accounts", "--username", "nobody").code()).isEqualTo(ExitCode.REFUSED);
        CommandRun platform = bots("link", "ann", "irc", "1");
        assertThat(platform.code()).isEqualTo(ExitCode.USAGE);
        assertThat(platform.err()).startsWith("PLATFORM: must be one of telegram, slack, teams");
        assertThat(bots("accounts", "--platform", "irc").err()).startsWith("--platform: ");
        assertThat(bots("link", "ann", "slack", " ").err()).startsWith("PLATFORM_USER_ID: ");
        assertThat(bots("link", "ann", "slack", "1", "--platform-username", "x".repeat(300))
                        .err())
                .startsWith("--platform-username: ");
        assertThat(bots("link", "two words", "slack", "1").err()).startsWith("USERNAME: ");
        assertThat(bots().code()).isEqualTo(ExitCode.USAGE);
    }
}
