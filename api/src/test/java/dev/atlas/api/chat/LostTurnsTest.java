package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Caller;
import dev.atlas.application.chat.BegunTurn;
import dev.atlas.application.chat.CompletionRequest;
import dev.atlas.application.chat.Completions;
import dev.atlas.application.chat.LostTurns;
import dev.atlas.application.chat.TurnRequest;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.contract.Await;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCallStatus;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A turn whose node dies is ended by those that live, once, on each engine; one whose node lives is left alone. */
class LostTurnsTest {

    private static final OpenAiForm FORM = new OpenAiForm();
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final AtomicLong elapsed = new AtomicLong();

    private interface Story {
        void tell(ServedAtlas here, ServedAtlas there, Caller ann) throws Exception;
    }

    /** Two nodes over one store; both take a turn for lost after a second where they look by themselves. */
    private void on(String engine, Map<String, String> settings, Story story) throws Exception {
        String place = ServedAtlas.place(engine, folder);
        try (ServedAtlas here = ServedAtlas.over(ServedAtlas.open(place), Clock.systemUTC(), folder, settings);
                ServedAtlas there = ServedAtlas.over(ServedAtlas.open(place), folder)) {
            UUID ann = UUID.fromString(here.add("ann", "member"));
            ok(201, here.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, here.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            story.tell(
                    here,
                    there,
                    new Caller(
                            new Id<>(ann),
                            "ann",
                            Set.of(Permission.CHAT_USE),
                            null,
                            new Caller.Origin("request-1", null, null)));
        }
    }

    private static BegunTurn begin(ServedAtlas atlas, Caller ann) {
        return atlas.atlas()
                .chat()
                .turns()
                .begin(ann, new TurnRequest(null, "Who is there?", null, "gpt-5", null, null, null), null);
    }

    private LostTurns look(ServedAtlas atlas) {
        return atlas.atlas().chat().lost().judgedBy(elapsed::get);
    }

    private void pass(Duration time) {
        elapsed.addAndGet(time.toNanos());
    }

    private static ChatMessage answer(ServedAtlas atlas, Caller caller, Id<ChatSession> chat) {
        return atlas.atlas().chat().log().get(caller, chat, 2).join();
    }

    private static List<UsageRecord> records(ServedAtlas atlas, Caller caller) {
        return atlas.atlas()
                .usage()
                .own()
                .records(caller, UsageRecordFilter.NONE, new Page(10, null))
                .join()
                .items();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aTurnThatIsLostIsEndedByOneOfAllNodesAndMayYetBeAnswered(String engine) throws Exception {
        on(engine, Map.of(), (here, there, ann) -> {
            BegunTurn lost = begin(here, ann); // its node does nothing more
            LostTurns one = look(here);
            LostTurns other = look(there);
            assertThat(one.sweep() + other.sweep()).isZero();
            pass(SILENCE);
            assertThat(one.sweep() + other.sweep()).as("not longer than that").isZero();
            pass(Duration.ofSeconds(1));
            try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                int ended = 0;
                for (Future<Integer> each : nodes.invokeAll(List.<Callable<Integer>>of(one::sweep, other::sweep))) {
                    ended += each.get();
                }
                assertThat(ended).isEqualTo(1);
            }
            assertThat(answer(here, ann, lost.session()).entry()).satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(MessageState.INTERRUPTED);
                assertThat(entry.usage()).isNull();
                assertThat(entry.metadata().text()).isEqualTo("{\"problem\":\"turn.lost\"}");
            });
            assertThat(records(here, ann)).singleElement().satisfies(used -> {
                assertThat(used.call().course().outcome()).isEqualTo(CallOutcome.INTERRUPTED);
                assertThat(used.call().tokens()).isEqualTo(TokenCounts.NONE);
                assertThat(used.call().origin().sessionId()).isEqualTo(lost.session());
            });

            here.models().says(Said.text("Me.").having(1000, 500, 200));
            lost.end(event -> {}, new Cancellation()); // it was only slow
            assertThat(answer(here, ann, lost.session()).entry()).satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(MessageState.COMPLETE);
                assertThat(entry.content()).isEqualTo("Me.");
                assertThat(entry.usage()).extracting(ChatUsage::promptTokens).isEqualTo(1000L);
            });
            assertThat(records(here, ann)).as("of one call").hasSize(1);
            assertThat(there.atlas()
                            .chat()
                            .catalog()
                            .get(ann, lost.session())
                            .join()
                            .totals())
                    .satisfies(totals -> {
                        assertThat(totals.messages()).isEqualTo(2);
                        assertThat(totals.promptTokens()).isEqualTo(1000);
                    });
            pass(SILENCE.multipliedBy(2));
            assertThat(one.sweep() + other.sweep()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aCallWithoutAChatIsRecordedThoughItsNodeIsLost(String engine) throws Exception {
        on(engine, Map.of(), (here, there, ann) -> {
            CompletionRequest request = new CompletionRequest(
                    "gpt-5", List.of(new ModelMessage.OfUser("Who?")), null, null, List.of(), false);
            Completions.Begun lost = here.atlas().chat().completions().begin(ann, request);
            LostTurns look = look(there);
            look.sweep();
            assertThat(records(here, ann)).isEmpty();
            pass(SILENCE.plusSeconds(1));
            assertThat(look.sweep()).isEqualTo(1);
            assertThat(records(here, ann)).singleElement().satisfies(used -> {
                assertThat(used.id()).isEqualTo(lost.id());
                assertThat(used.call().course().outcome()).isEqualTo(CallOutcome.INTERRUPTED);
                assertThat(used.call().tokens()).isEqualTo(TokenCounts.NONE);
                assertThat(used.call().model()).isEqualTo("gpt-5");
            });

            here.models().says(Said.text("Me.").having(1000, 500, 200));
            lost.end(event -> {}, new Cancellation()); // it was only slow
            assertThat(records(here, ann)).as("of one call").hasSize(1);

            Completions.Begun kept = here.atlas().chat().completions().begin(ann, request);
            kept.end(event -> {}, new Cancellation());
            look.sweep();
            pass(SILENCE.plusSeconds(1));
            assertThat(look.sweep()).isZero();
            assertThat(records(here, ann))
                    .extracting(used -> used.call().course().outcome())
                    .containsExactlyInAnyOrder(CallOutcome.INTERRUPTED, CallOutcome.COMPLETED);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatRoundsTookBeforeItWasLostStaysCounted(String engine) throws Exception {
        on(engine, Map.of(), (here, there, ann) -> {
            here.models()
                    .next(
                            Reply.stream(
                                    FORM,
                                    FORM.stream(
                                            Said.tool("c", "list_projects", "{}")
                                                    .having(20, 10, 0),
                                            "m")),
                            Reply.stream(FORM, FORM.stream(Said.text("one ", "two"), "m"))
                                    .after(2, Ending.PINGING));
            try (OpenCompletion stream = OpenCompletion.of(here, "ann", "{\"content\":\"Who?\",\"agent\":\"ops\"}")) {
                while (here.models().requests().size() < 2) {
                    stream.next();
                }
                Id<ChatSession> chat = there.storage()
                        .read(from -> from.chatMessages().pending(1))
                        .getFirst()
                        .sessionId();
                LostTurns look = look(there);
                look.sweep();
                pass(SILENCE.plusSeconds(1));
                assertThat(look.sweep()).isEqualTo(1);
                assertThat(answer(there, ann, chat).entry().usage())
                        .extracting(ChatUsage::promptTokens, ChatUsage::completionTokens)
                        .containsExactly(20L, 10L);
                assertThat(there.atlas()
                                .chat()
                                .catalog()
                                .get(ann, chat)
                                .join()
                                .totals()
                                .promptTokens())
                        .isEqualTo(20);
                assertThat(records(there, ann)).hasSize(2);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void oneThatWasTakenBackIsCancelled(String engine) throws Exception {
        on(engine, Map.of(), (here, there, ann) -> {
            Id<ChatSession> chat = begin(here, ann).session();
            assertThat(there.atlas().chat().turns().cancel(ann, chat).value())
                    .extracting(message -> message.entry().state())
                    .containsExactly(MessageState.CANCELLED);
            assertThat(there.atlas().chat().turns().cancel(ann, chat).value()).isEmpty();
            LostTurns look = look(there);
            look.sweep();
            pass(SILENCE.plusSeconds(1));
            assertThat(look.sweep()).isEqualTo(1);
            assertThat(answer(here, ann, chat).entry().state()).isEqualTo(MessageState.CANCELLED);
            assertThat(records(here, ann))
                    .extracting(used -> used.call().course().outcome())
                    .containsExactly(CallOutcome.CANCELLED);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aNodeThatLivesRenewsWhatItWaitsFor(String engine) throws Exception {
        on(engine, Map.of("ATLAS_CHAT_LOST_SECONDS", "1"), (here, there, ann) -> {
            here.models()
                    .next(Reply.stream(FORM, FORM.stream(Said.text("one ", "two"), "m"))
                            .after(2, Ending.PINGING));
            try (OpenCompletion stream = OpenCompletion.of(here, "ann", "{\"content\":\"Who?\"}")) {
                stream.next();
                stream.next();
                Id<ChatSession> chat = there.storage()
                        .read(from -> from.chatMessages().pending(1))
                        .getFirst()
                        .sessionId();
                LostTurns look = look(there);
                look.sweep();
                long before = answer(there, ann, chat).version();
                Await.until(SOON, () -> answer(there, ann, chat).version() > before, () -> "it is never renewed");
                pass(SILENCE.plusSeconds(1));
                assertThat(look.sweep()).as("another version").isZero();
                assertThat(here.atlas().chat().lost().sweep()).as("its own").isZero();
                assertThat(answer(there, ann, chat).entry().state()).isEqualTo(MessageState.PENDING);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void ofAToolThatRanNobodyKnowsWhatCameOfIt(String engine) throws Exception {
        on(engine, Map.of(), (here, there, ann) -> {
            String project = text(ok(201, here.post("ann", "/projects", "{\"name\":\"EEG\"}")), "id");
            here.models()
                    .next(Reply.stream(
                            FORM, FORM.stream(Said.tool("x", "archive_project", "{\"id\":\"" + project + "\"}"), "m")));
            HttpResponse<String> waiting =
                    ok(201, here.post("ann", "/chat/completions", "{\"content\":\"Archive it.\",\"agent\":\"ops\"}"));
            Id<ChatSession> chat = new Id<>(UUID.fromString(text(waiting, "session_id")));
            ChatMessage answer = answer(here, ann, chat);
            // as its node leaves it that dies while the tool runs
            here.storage().write(to -> to.chatMessages()
                    .replace(answer.ended(answer.entry()
                            .calling(List.of(
                                    answer.entry().toolCalls().getFirst().in(ToolCallStatus.RUNNING, null)))
                            .in(MessageState.PENDING))));
            LostTurns look = look(there);
            look.sweep();
            pass(SILENCE.plusSeconds(1));
            assertThat(look.sweep()).isEqualTo(1);
            assertThat(answer(there, ann, chat).entry()).satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(MessageState.COMPLETE);
                assertThat(entry.usage()).isEqualTo(answer.entry().usage());
                assertThat(entry.toolCalls()).singleElement().satisfies(call -> {
                    assertThat(call.status()).isEqualTo(ToolCallStatus.ERROR);
                    assertThat(call.result()).contains("tool.lost");
                });
            });
            assertThat(records(there, ann)).as("no model was asked").hasSize(1);
        });
    }
}
