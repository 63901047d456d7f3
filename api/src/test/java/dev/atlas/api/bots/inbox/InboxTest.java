package dev.atlas.api.bots.inbox;

import static dev.atlas.api.ServedAtlas.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.DisturbedStorage;
import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.api.bots.inbox.Chatroom.Heard;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.contract.Await;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.wire.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to a bot is answered once and in its order, on each engine, whatever dies or comes twice. */
class InboxTest {

    private static final String ANSWER = "Host one has been up for three weeks, and nobody knows who has started it.";
    private static final String INTERRUPTED = "The answer was interrupted. Say it again, please.";
    private static final Page ALL = Page.first(Page.MAX_LIMIT);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final Chatroom room = new Chatroom();

    private interface Story {
        void tell(ServedAtlas atlas, BotNode node) throws Exception;
    }

    /** A node over a new store in which {@code ann} and {@code ben} are linked to accounts of the same names. */
    private void on(String engine, Story story) throws Exception {
        try (ServedAtlas atlas =
                ServedAtlas.over(ServedAtlas.open(ServedAtlas.place(engine, folder)), clock, folder, Map.of())) {
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            link(atlas, "ann");
            link(atlas, "ben");
            atlas.models().says(Said.text(ANSWER).having(100, 50, 0));
            try (BotNode node = new BotNode(atlas.atlas(), clock, room)) {
                story.tell(atlas, node);
            }
            assertCounted(atlas.storage());
        }
    }

    private void link(ServedAtlas atlas, String name) throws Exception {
        Id<User> user = new Id<>(UUID.fromString(atlas.add(name, "member")));
        Instant now = clock.instant();
        atlas.storage().write(to -> to.botAccounts()
                .add(new BotAccount(new Id<>(UUID.randomUUID()), user, BotPlatform.TELEGRAM, name, name, now, now, 0)));
    }

    private static List<BotConversation> conversations(Storage storage) {
        return storage.read((Repositories from) ->
                from.botConversations().list(null, null, ALL).items());
    }

    /** Of one conversation, in their order. */
    private static List<BotMessage> messages(Storage storage, BotConversation conversation) {
        List<BotMessage> messages = new ArrayList<>(storage.read((Repositories from) ->
                from.botMessages().of(conversation.id(), ALL).items()));
        Collections.reverse(messages);
        return messages;
    }

    /** There is every rollup that follows from the messages, with these figures, and no other one. */
    private static void assertCounted(Storage storage) {
        storage.read((Repositories from) -> {
            List<BotMessage> messages =
                    from.botMessages().since(Instant.EPOCH, ALL).items();
            Map<Id<BotRollup>, BotFigures> expected = new HashMap<>();
            Map<Id<BotRollup>, BotFigures> stored = new HashMap<>();
            BotRollup.of(BotPlatform.TELEGRAM, messages).forEach(each -> {
                expected.put(each.id(), each.figures());
                from.botRollups().find(each.id()).ifPresent(found -> stored.put(found.id(), found.figures()));
            });
            assertThat(messages).hasSizeLessThan(Page.MAX_LIMIT);
            assertThat(stored).isEqualTo(expected);
            assertThat(from.records().count(from.records().kind("bot_rollups"))).isEqualTo(expected.size());
            return true;
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatALinkedUserSaysIsAnsweredAndRecorded(String engine) throws Exception {
        on(engine, (atlas, node) -> {
            assertThat(node.bots().inbox().accept(List.of(BotNode.saying(1, "lab", "ann", "@triage Is host one up?"))))
                    .isEqualTo(1);
            node.untilAllIsAnswered();
            assertThat(room.text()).isEqualTo(ANSWER);
            assertThat(conversations(atlas.storage())).singleElement().satisfies(conversation -> {
                assertThat(conversation.agent()).isEqualTo("triage");
                assertThat(conversation.sessionId()).isNotNull();
                List<BotMessage> messages = messages(atlas.storage(), conversation);
                assertThat(messages).extracting(BotMessage::direction).containsExactlyInAnyOrder(BotDirection.values());
                assertThat(messages)
                        .filteredOn(message -> message.direction() == BotDirection.OUTBOUND)
                        .singleElement()
                        .satisfies(answer -> {
                            assertThat(answer.content()).isEqualTo(ANSWER);
                            assertThat(answer.agent()).isEqualTo("triage");
                            assertThat(answer.platformMessageId()).isEqualTo("m2");
                            assertThat(answer.usage()).isNotNull();
                            assertThat(answer.error()).isNull();
                        });
            });
            assertThat(atlas.storage().read((Repositories from) -> from.usageRecords()
                            .list(UsageRecordFilter.NONE, ALL)
                            .items()))
                    .singleElement()
                    .satisfies(used -> assertThat(used.call().origin().agent()).isEqualTo("triage"));
            assertThat(atlas.models().requests().getLast().body())
                    .contains("Is host one up?")
                    .doesNotContain("@triage");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void twoNodesThatAreToldTheSameAnswerItOnceAndEachConversationInItsOrder(String engine) throws Exception {
        on(engine, (atlas, here) -> {
            try (BotNode there = new BotNode(atlas.another(atlas.storage()), clock, room);
                    ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
                List<BotInbound> said = new ArrayList<>(Stream.of("ann", "ben")
                        .flatMap(who -> LongStream.rangeClosed(1, 10)
                                .mapToObj(each -> BotNode.saying(each, "lab", who, "/status " + each)))
                        .toList());
                List<BotInbound> twice = new ArrayList<>(said);
                twice.addAll(said);
                Collections.shuffle(twice, new Random(5));
                List<Callable<Integer>> telling = new ArrayList<>();
                for (int i = 0; i < twice.size(); i++) {
                    BotInbound one = twice.get(i);
                    BotNode node = i % 2 == 0 ? here : there;
                    telling.add(() -> node.bots().inbox().accept(List.of(one)));
                }
                int accepted = 0;
                for (Future<Integer> each : senders.invokeAll(telling)) {
                    accepted += each.get();
                }
                assertThat(accepted).isEqualTo(said.size());
                here.untilAllIsAnsweredWith(there);
            }
            assertThat(conversations(atlas.storage()))
                    .as("of one group, for two people")
                    .hasSize(2);
            for (BotConversation conversation : conversations(atlas.storage())) {
                assertThat(messages(atlas.storage(), conversation))
                        .filteredOn(message -> message.direction() == BotDirection.INBOUND)
                        .extracting(BotMessage::content)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, 10)
                                .mapToObj(each -> "/status " + each)
                                .toList());
            }
            for (String who : List.of("ann", "ben")) {
                assertThat(room.heard())
                        .filteredOn(heard -> heard.sender().equals(who))
                        .as(who)
                        .hasSize(10)
                        .noneMatch(Heard::repeated)
                        .allMatch(heard -> heard.text().contains("**" + who + "**"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whoMayNotIsRefusedAtOnceAndNoModelIsAsked(String engine) throws Exception {
        on(engine, (atlas, node) -> {
            node.bots().inbox().accept(List.of(BotNode.saying(1, "lab", "eve", "Who is there?")));
            node.untilAllIsAnswered();
            assertThat(room.text()).contains("I do not know who you are");

            String ann = ServedAtlas.text(atlas.get("ann", "/me"), "id");
            ok(200, atlas.post("admin", "/users/" + ann + "/deactivate", ""));
            node.bots().inbox().accept(List.of(BotNode.saying(2, "lab", "ann", "Who is there?")));
            node.untilAllIsAnswered();
            assertThat(room.heard().stream()
                            .filter(heard -> heard.sender().equals("ann"))
                            .map(Heard::text))
                    .first()
                    .asString()
                    .contains("I do not know who you are");
            assertThat(conversations(atlas.storage())).isEmpty();
            assertThat(atlas.models().requests()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatAPlatformDoesNotTakeIsSentLaterAndMarkedOnlyIfItMayHaveArrived(String engine) throws Exception {
        on(engine, (atlas, node) -> {
            room.refuses(new PlatformProblem.RateLimited(Duration.ofSeconds(30)));
            node.bots().inbox().accept(List.of(BotNode.saying(1, "one", "ann", "/status")));
            node.untilAllIsAnswered();
            assertThat(room.heard()).hasSize(1).noneMatch(Heard::repeated);

            room.losesAnswer();
            node.bots().inbox().accept(List.of(BotNode.saying(2, "two", "ann", "/status")));
            node.untilAllIsAnswered();
            assertThat(room.heard())
                    .filteredOn(heard -> heard.conversation().equals("two"))
                    .extracting(Heard::repeated)
                    .containsExactly(false, true);

            room.refuses(new PlatformProblem.RecipientGone());
            node.bots().inbox().accept(List.of(BotNode.saying(3, "three", "ann", "/status")));
            node.untilAllIsAnswered();
            assertThat(room.heard()).noneMatch(heard -> heard.conversation().equals("three"));
            assertThat(conversations(atlas.storage()))
                    .filteredOn(conversation -> conversation.conversation().equals("three"))
                    .singleElement()
                    .satisfies(conversation -> assertThat(messages(atlas.storage(), conversation))
                            .extracting(BotMessage::error)
                            .contains("platform.recipient_gone"));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatAStoreThatWasAwayDidNotTakeGoesOnOnceItIsBack(String engine) throws Exception {
        on(engine, (atlas, there) -> {
            DisturbedStorage store = new DisturbedStorage(atlas.storage());
            try (BotNode here = new BotNode(atlas.another(store), clock, room)) {
                here.bots().inbox().accept(List.of(BotNode.saying(1, "lab", "ann", "/status")));
                store.fill(true);
                store.spare(1); // it is taken, and that is all
                here.bots().workers().look();
                Await.until(
                        Duration.ofSeconds(30),
                        () -> here.bots().workers().busy() == 0,
                        () -> "it still works without its store");
                store.fill(false);
                here.bots().workers().look();
                here.untilAllIsAnswered();
                assertThat(room.heard()).hasSize(1).noneMatch(Heard::repeated);
            }
        });
    }

    /** A node dies in each of its writes, before it is committed or after: on the first engine both, on the others by turns. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whateverStepANodeDiesInAnotherGoesOn(String engine) throws Exception {
        int turn = ServedAtlas.engines().indexOf(engine);
        on(engine, (atlas, there) -> {
            int steps = 0;
            boolean died = true;
            for (int step = 1; died; step++) {
                boolean before = (turn == 0 || (step + turn) % 2 == 0) && dies(atlas, there, step, false);
                boolean after = (turn == 0 || (step + turn) % 2 == 1) && dies(atlas, there, step, true);
                died = before || after;
                steps = step;
            }
            assertThat(steps).as("writes from being told to being answered").isGreaterThan(6);
        });
    }

    /** False if it was done before it could die. */
    private boolean dies(ServedAtlas atlas, BotNode there, int step, boolean after) {
        String conversation = "dies " + step + (after ? " after" : " before");
        BotInbound said = BotNode.saying(step, conversation, "ann", "Is host one up?");
        int asked = atlas.models().requests().size();
        DyingStorage dying = new DyingStorage(atlas.storage(), after);
        try (BotNode here = new BotNode(atlas.another(dying), clock, room)) {
            dying.diesIn(step);
            try {
                here.bots().inbox().accept(List.of(said));
                here.untilAllIsAnsweredOrItIsDead(dying);
            } catch (StorageException e) {
                assertThat(dying.dead()).isTrue();
            }
            there.bots().inbox().accept(List.of(said)); // a platform tells again what was not taken in
            there.untilAllIsAnswered();
            boolean died = dying.dead();
            dying.diesIn(1); // and stays so
            check(atlas, conversation, atlas.models().requests().size() - asked);
            return died;
        }
    }

    private void check(ServedAtlas atlas, String conversation, int asked) {
        List<Heard> heard = room.heard().stream()
                .filter(each -> each.conversation().equals(conversation))
                .toList();
        assertThat(asked).as("times a model was asked, " + conversation).isLessThanOrEqualTo(1);
        assertThat(String.join("", heard.stream().map(Heard::text).distinct().toList()))
                .as(conversation)
                .isIn(ANSWER, INTERRUPTED);
        assertThat(heard.stream().filter(each -> !each.repeated()).map(Heard::text))
                .as("what is not marked as repeated, " + conversation)
                .doesNotHaveDuplicates();
        assertThat(heard).as(conversation).hasSizeLessThanOrEqualTo(3);
        BotConversation kept = conversations(atlas.storage()).stream()
                .filter(each -> each.conversation().equals(conversation))
                .findFirst()
                .orElseThrow();
        assertThat(messages(atlas.storage(), kept))
                .as(conversation)
                .extracting(BotMessage::direction)
                .containsExactlyInAnyOrder(BotDirection.values());
    }
}
