package dev.atlas.cli.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandProcess;
import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.TestStore;
import dev.atlas.contract.Await;
import dev.atlas.platformwire.SlackServer;
import dev.atlas.platformwire.TelegramServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bots that are set up, looked at, tried and run from the command line, against servers that behave as the platforms do. */
class BotSetupCommandTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long ANN = 7;

    @TempDir
    private Path folder;

    private final TelegramServer telegram = TelegramServer.start();
    private final SlackServer slack = SlackServer.start();
    private TestStore store = new TestStore(Path.of(""));

    @BeforeEach
    void make() throws Exception {
        store = new TestStore(folder);
        store.make();
    }

    @AfterEach
    void close() {
        telegram.close();
        slack.close();
    }

    private Map<String, String> settings() {
        return store.settings(Map.of(
                "ATLAS_BOTS_TELEGRAM_URL",
                telegram.address().toString(),
                "ATLAS_BOTS_SLACK_URL",
                slack.address().toString(),
                "BOT_TOKEN",
                TelegramServer.TOKEN,
                "APP_TOKEN",
                SlackServer.APP_TOKEN));
    }

    private CommandRun bots(String input, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bots";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.with(input, settings(), all);
    }

    private void setUp() {
        CommandRun set = bots("", "setup", "telegram", "--token", "env:BOT_TOKEN");
        assertThat(set.code()).as(set.err()).isEqualTo(ExitCode.TRUE);
        assertThat(set.out()).contains("telegram", "enabled", TelegramServer.BOT, "polling", "healthy");
        assertThat(set.out() + set.err()).doesNotContain(TelegramServer.TOKEN);
    }

    @Test
    void bots_are_set_up_and_show_how_they_do() {
        assertThat(bots("", "status").out()).contains("telegram  not set up", "slack     not set up");
        setUp();
        CommandRun set =
                bots(SlackServer.BOT_TOKEN + "\n", "setup", "slack", "--token", "-", "--app-token", "env:APP_TOKEN");
        assertThat(set.code()).as(set.err()).isEqualTo(ExitCode.TRUE);
        CommandRun status = bots("", "status");
        assertThat(status.code()).isEqualTo(ExitCode.TRUE);
        assertThat(status.out()).contains("polling", "socket", "healthy");
        assertThat(store.audited()).contains("bot.set by command line", "secret.set by command line");

        CommandRun unheard = bots("", "setup", "slack", "--app-token", "xapp-wrong");
        assertThat(unheard.code()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(unheard.out()).contains("socket", "platform.token_refused");
        CommandRun wrong = bots("", "setup", "telegram", "--token", "1:wrong");
        assertThat(wrong.code()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(wrong.err()).contains("--token");
        assertThat(bots("", "status", "telegram", "--json").code()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(bots("", "status", "telegram", "--json").out()).contains("\"healthy\":false", "\"error\":\"");
        assertThat(bots("", "status", "--offline").code()).isEqualTo(ExitCode.TRUE);
    }

    @Test
    void a_test_says_whether_the_platform_took_it() {
        assertThat(bots("", "test", "telegram", "7").code()).isEqualTo(ExitCode.REFUSED);
        setUp();
        CommandRun unknown = bots("", "test", "telegram", "999");
        assertThat(unknown.code()).isEqualTo(ExitCode.REFUSED);
        telegram.says(ANN, "hello");
        CommandRun taken = bots("", "test", "telegram", "7", "--json");
        assertThat(taken.code()).as(taken.err()).isEqualTo(ExitCode.TRUE);
        assertThat(taken.out()).contains("\"message_id\":\"");
        assertThat(telegram.sent().getFirst().text()).contains("This is a test of Atlas.");
    }

    @Test
    void what_cannot_be_done_is_refused_in_a_sentence() {
        assertThat(bots("", "setup", "telegram").err()).startsWith("--token: must be given the first time");
        assertThat(bots("", "setup", "slack", "--token", "env:BOT_TOKEN").err()).startsWith("--webhook-secret: ");
        assertThat(bots("", "setup", "telegram", "--token", "env:NOWHERE").err())
                .contains("NOWHERE");
        assertThat(bots("", "setup", "telegram", "--token", "env:BOT_TOKEN", "--app-token", "env:APP_TOKEN")
                        .err())
                .startsWith("--app-token: is not used on this platform");
        assertThat(bots("", "setup", "telegram", "--token", "env:BOT_TOKEN", "--app-id", "1")
                        .err())
                .startsWith("--app-id: ");
        assertThat(bots("", "setup", "telegram", "--token", "env:BOT_TOKEN", "--webhook-url", "ftp://x")
                        .err())
                .startsWith("--webhook-url: ");
        assertThat(bots("", "setup", "irc", "--token", "env:BOT_TOKEN").err()).startsWith("PLATFORM: ");
        CommandRun nowhere =
                CommandRun.of(store.settings(Map.of("ATLAS_BOTS_TELEGRAM_URL", "telegram")), "bots", "status");
        assertThat(nowhere.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err())
                .isEqualTo("ATLAS_BOTS_TELEGRAM_URL must be an address such as https://bots.example.org.\n");
        CommandRun unheard = bots("", "run");
        assertThat(unheard.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(unheard.err()).contains("No bot can be heard without a server");
    }

    @Test
    void a_bot_hears_and_answers_without_a_server_until_it_is_interrupted() throws Exception {
        setUp();
        telegram.says(ANN, "Is host one up?");
        try (CommandProcess running = CommandProcess.start(folder, new HashMap<>(settings()), "bots", "run")) {
            Await.until(SOON, () -> !telegram.sent().isEmpty(), () -> "nobody answered");
            assertThat(telegram.sent().getFirst().text()).contains("I do not know who you are");
            assertThat(running.interrupt(() -> true)).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    @Test
    void what_bots_were_used_for_is_shown() throws Exception {
        setUp();
        assertThat(bots("", "link", "admin", "telegram", "7").code()).isEqualTo(ExitCode.TRUE);
        telegram.says(ANN, "/status");
        try (CommandProcess running = CommandProcess.start(folder, new HashMap<>(settings()), "bots", "run")) {
            Await.until(SOON, () -> !telegram.sent().isEmpty(), () -> "nobody answered");
            assertThat(running.interrupt(() -> true)).isEqualTo(ExitCode.INTERRUPTED);
        }
        CommandRun usage = bots("", "usage", "--days", "1", "--platform", "telegram");
        assertThat(usage.code()).as(usage.err()).isEqualTo(ExitCode.TRUE);
        assertThat(usage.out().lines().toList().get(2).split("  +"))
                .containsExactly("telegram", "1", "1", "1", "1", "0", "0", "0", "0", "0");
        assertThat(bots("", "usage", "--json").out())
                .contains("\"total_messages\":2", "\"by_platform\":[{\"platform\":\"telegram\"");
        assertThat(bots("", "status", "telegram", "--offline", "--json").out())
                .contains("\"messages_24h\":2", "\"linked_accounts\":1");
        assertThat(bots("", "usage", "--days", "0").err()).startsWith("--days: ");
        assertThat(bots("", "usage", "--platform", "irc").err()).startsWith("--platform: ");
    }
}
