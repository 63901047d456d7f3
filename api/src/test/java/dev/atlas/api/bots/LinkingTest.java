package dev.atlas.api.bots;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Atlas;
import dev.atlas.application.bots.LinkOutcome;
import dev.atlas.application.bots.LinkOutcome.Linked;
import dev.atlas.application.bots.LinkOutcome.OfAnotherUser;
import dev.atlas.application.bots.LinkOutcome.Refused;
import dev.atlas.application.bots.LinkOutcome.TooMany;
import dev.atlas.domain.bots.BotPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How accounts come to be linked, over two nodes of one store on each engine. */
class LinkingTest {

    private static final String ENGINES = "dev.atlas.api.ServedAtlas#engines";

    @TempDir
    private Path folder;

    private static String code(BotNodes nodes, String user) throws Exception {
        return text(ok(200, nodes.served().post(user, "/bots/links/telegram/codes", "")), "code");
    }

    private static LinkOutcome sent(Atlas to, String by, String code) {
        return to.bots().redemption().redeem(BotPlatform.TELEGRAM, by, "@" + by, code);
    }

    /** Who is behind them, on both nodes the same. */
    private static List<String> behind(BotNodes nodes, String who) {
        List<List<String>> answers = Stream.of(nodes.one(), nodes.other())
                .map(node -> node.bots().linked().who(BotPlatform.TELEGRAM, who).join().stream()
                        .map(found -> found.user().username().value())
                        .toList())
                .toList();
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        return answers.getFirst();
    }

    private static String audited(BotNodes nodes, String action) throws Exception {
        return ok(200, nodes.served().get("admin", "/audit?action=" + action)).body();
    }

    /** One of the codes that is not this one, another for each number. */
    private static String wrong(String code, int number) {
        return "%06d".formatted((Integer.parseInt(code) + 1 + number) % 1_000_000);
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void a_code_is_good_for_ten_minutes_and_once_and_the_newest_counts(String engine) throws Exception {
        try (BotNodes nodes = new BotNodes(engine, folder)) {
            String late = code(nodes, "ann");
            nodes.clock().move(Duration.ofSeconds(601));
            assertThat(sent(nodes.one(), "7", late)).isEqualTo(new Refused());
            assertThat(nodes.other().bots().codeSweep().sweep()).isEqualTo(1);
            assertThat(nodes.one().bots().codeSweep().sweep()).isZero();
            nodes.served().signIn("ann");
            nodes.served().signIn("admin");

            String replaced = code(nodes, "ann");
            String code = code(nodes, "ann");
            if (!replaced.equals(code)) {
                assertThat(sent(nodes.one(), "7", replaced)).isEqualTo(new Refused());
            }
            assertThat(nodes.one().bots().redemption().redeem(BotPlatform.SLACK, "7", null, code))
                    .isEqualTo(new Refused());
            nodes.clock().move(Duration.ofSeconds(599));
            assertThat(nodes.one().bots().codeSweep().sweep()).isZero();
            assertThat(behind(nodes, "7")).isEmpty();
            assertThat(sent(nodes.other(), "7", " " + code + "\n")).isInstanceOfSatisfying(Linked.class, linked -> {
                assertThat(linked.username()).isEqualTo("ann");
                assertThat(linked.fresh()).isTrue();
                assertThat(linked.account().platformUsername()).isEqualTo("@7");
            });
            assertThat(behind(nodes, "7")).containsExactly("ann");
            assertThat(behind(nodes, "8")).isEmpty();
            assertThat(sent(nodes.one(), "8", code)).isEqualTo(new Refused());
            assertThat(sent(nodes.one(), "9", "")).isEqualTo(new Refused());

            nodes.served().signIn("ann");
            nodes.served().signIn("admin");
            assertThat(audited(nodes, "bot_account.linked")).contains("\"platform_user_id\":\"7\"");
            String again = code(nodes, "ann");
            assertThat(sent(nodes.one(), "7", again))
                    .isInstanceOfSatisfying(
                            Linked.class, linked -> assertThat(linked.fresh()).isFalse());
            assertThat(sent(nodes.one(), "8", again)).isEqualTo(new Refused());
            assertThat(audited(nodes, "bot_account.relinked")).contains("\"username\":\"ann\"");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void whoever_guesses_is_stopped_on_all_nodes_together(String engine) throws Exception {
        try (BotNodes nodes = new BotNodes(engine, folder)) {
            String code = code(nodes, "ann");
            for (int i = 0; i < 5; i++) {
                Atlas node = i % 2 == 0 ? nodes.one() : nodes.other();
                assertThat(sent(node, "66", wrong(code, i))).isEqualTo(new Refused());
            }
            for (Atlas node : List.of(nodes.one(), nodes.other())) {
                assertThat(sent(node, "66", code)).isInstanceOf(TooMany.class);
            }
            assertThat(audited(nodes, "bot_user.locked_out")).contains("telegram:66");
            assertThat(audited(nodes, "link_code.exhausted")).doesNotContain("telegram");
            nodes.clock().move(Duration.ofSeconds(31));
            assertThat(sent(nodes.other(), "66", wrong(code, 6))).isEqualTo(new Refused());
            nodes.clock().move(Duration.ofSeconds(31));
            assertThat(sent(nodes.one(), "66", code)).isInstanceOf(TooMany.class);

            // under ever new names a code is worthless after 25 guesses, of which 6 were made
            for (int i = 0; i < 19; i++) {
                assertThat(sent(nodes.one(), "other" + i / 4, wrong(code, 10 + i)))
                        .isEqualTo(new Refused());
            }
            assertThat(sent(nodes.other(), "7", code)).isEqualTo(new Refused());
            assertThat(audited(nodes, "link_code.exhausted")).contains("telegram");
            assertThat(sent(nodes.other(), "7", code(nodes, "ann"))).isInstanceOf(Linked.class);
            assertThat(sent(nodes.one(), "66", "what?")).isInstanceOf(TooMany.class);
        }
    }

    /** A right code of one's own does not buy another guess. */
    @ParameterizedTest
    @MethodSource(ENGINES)
    void a_right_code_takes_no_failure_back(String engine) throws Exception {
        try (BotNodes nodes = new BotNodes(engine, folder)) {
            String target = code(nodes, "ann");
            for (int i = 0; i < 4; i++) {
                assertThat(sent(nodes.one(), "66", wrong(target, i))).isEqualTo(new Refused());
            }
            assertThat(sent(nodes.one(), "66", code(nodes, "eve"))).isInstanceOf(Linked.class);
            assertThat(sent(nodes.one(), "66", wrong(target, 5))).isEqualTo(new Refused());
            assertThat(sent(nodes.one(), "66", wrong(target, 6))).isInstanceOf(TooMany.class);
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void of_those_who_send_one_code_at_once_one_is_linked(String engine) throws Exception {
        try (BotNodes nodes = new BotNodes(engine, folder);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            String code = code(nodes, "ann");
            CyclicBarrier together = new CyclicBarrier(4);
            List<Callable<LinkOutcome>> senders = IntStream.range(0, 4)
                    .<Callable<LinkOutcome>>mapToObj(number -> () -> {
                        together.await();
                        return sent(number % 2 == 0 ? nodes.one() : nodes.other(), "sender" + number, code);
                    })
                    .toList();
            int linked = 0;
            for (Future<LinkOutcome> outcome : threads.invokeAll(senders)) {
                linked += outcome.get() instanceof Linked ? 1 : 0;
            }
            assertThat(linked).isEqualTo(1);
            assertThat(IntStream.range(0, 4)
                            .mapToObj(number -> behind(nodes, "sender" + number))
                            .flatMap(List::stream))
                    .containsExactly("ann");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void nobody_is_moved_from_one_user_to_another(String engine) throws Exception {
        try (BotNodes nodes = new BotNodes(engine, folder)) {
            Linked first = (Linked) sent(nodes.one(), "7", code(nodes, "ann"));
            String code = code(nodes, "eve");
            assertThat(sent(nodes.other(), "7", code)).isEqualTo(new OfAnotherUser());
            assertThat(behind(nodes, "7")).containsExactly("ann");
            String link = "/bots/links/" + first.account().id();
            ServedAtlas.refused(404, "bot_account.not_found", nodes.served().send("eve", "DELETE", link, ""));
            ok(204, nodes.served().send("ann", "DELETE", link, ""));
            assertThat(behind(nodes, "7")).isEmpty();
            assertThat(sent(nodes.other(), "7", code)).isInstanceOf(Linked.class);
            assertThat(behind(nodes, "7")).containsExactly("eve");
            assertThat(audited(nodes, "bot_account.unlinked")).contains("\"username\":\"ann\"");
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void who_is_not_active_or_may_not_gets_nothing_at_once(String engine) throws Exception {
        try (BotNodes nodes = new BotNodes(engine, folder)) {
            String user = text(ok(200, nodes.served().get("ann", "/me")), "id");
            sent(nodes.one(), "7", code(nodes, "ann"));
            String code = code(nodes, "ann");
            assertThat(behind(nodes, "7")).containsExactly("ann");
            ok(200, nodes.served().send("admin", "POST", "/users/" + user + "/deactivate", ""));
            assertThat(behind(nodes, "7")).isEmpty();
            assertThat(sent(nodes.other(), "8", code)).isEqualTo(new Refused());
            ok(200, nodes.served().send("admin", "POST", "/users/" + user + "/activate", ""));
            assertThat(behind(nodes, "7")).containsExactly("ann");

            ok(201, nodes.served().post("admin", "/roles", "{\"role\":\"silent\",\"permissions\":[\"chat.use\"]}"));
            ok(200, nodes.served().send("admin", "PATCH", "/users/" + user, "{\"role\":\"silent\"}"));
            assertThat(behind(nodes, "7")).isEmpty();
            assertThat(sent(nodes.one(), "8", code)).isEqualTo(new Refused());
            ok(200, nodes.served().send("admin", "PATCH", "/users/" + user, "{\"role\":\"member\"}"));
            assertThat(sent(nodes.one(), "8", code)).isInstanceOf(Linked.class);

            nodes.served().signIn("ann");
            code(nodes, "ann");
            ok(204, nodes.served().send("admin", "DELETE", "/users/" + user, ""));
            assertThat(behind(nodes, "7")).isEmpty();
            boolean gone = nodes.served()
                    .storage()
                    .read(from -> from.linkCodes().of(BotPlatform.TELEGRAM, 9).isEmpty()
                            && from.botAccounts().of(BotPlatform.TELEGRAM, "7").isEmpty());
            assertThat(gone).isTrue();
        }
    }
}
