package dev.atlas.api.providers;

import static dev.atlas.api.ServedAtlas.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.chat.Turn;
import dev.atlas.application.chat.TurnRequest;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Said;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said in a chat is kept and so is what was answered, however a turn ends, on each engine. */
class ChatTurnsTest {

    private static final OpenAiForm FORM = new OpenAiForm();

    @TempDir
    private Path folder;

    private static Caller ann(ServedAtlas atlas) throws Exception {
        String id = atlas.add("ann", "member");
        ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
        ok(
                200,
                atlas.send(
                        "admin",
                        "PUT",
                        "/chat/settings",
                        "{\"default_provider\":\"openai\",\"system_prompt\":\"Be brief.\"}"));
        return new Caller(
                new Id<>(UUID.fromString(id)),
                "ann",
                Set.of(Permission.CHAT_USE),
                null,
                new Caller.Origin("request-1", null, null));
    }

    private static ChatSession chat(ServedAtlas atlas, Caller caller) {
        return atlas.atlas()
                .chat()
                .catalog()
                .begin(caller, new ChatDetails(null, null, null))
                .value();
    }

    private static Turn say(
            ServedAtlas atlas,
            Caller caller,
            ChatSession chat,
            Consumer<ModelEvent> reader,
            Cancellation cancellation) {
        TurnRequest request = new TurnRequest(chat.id(), "Who is there?", null, null, null, null, null);
        return atlas.atlas().chat().turns().begin(caller, request, null).end(reader, cancellation);
    }

    private static List<ChatMessage> messages(ServedAtlas atlas, Caller caller, ChatSession chat) {
        return atlas.atlas().chat().log().after(caller, chat.id(), null, 10).join();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatIsAnsweredIsKeptWithWhatItTookAndToldTheNextTime(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = ann(atlas);
            ChatSession chat = chat(atlas, ann);
            atlas.models().says(Said.text("It is ", "\0me", ".").having(1000, 500, 200));

            Turn first = say(atlas, ann, chat, event -> {}, new Cancellation());

            assertThat(first.problem()).isNull();
            ChatEntry answer = first.answered().value().entry();
            assertThat(answer.state()).isEqualTo(MessageState.COMPLETE);
            assertThat(answer.content()).isEqualTo("It is \uFFFDme.");
            assertThat(answer.usage()).isEqualTo(new ChatUsage(1000, 500, new BigDecimal("0.00125")));
            say(atlas, ann, chat, event -> {}, new Cancellation());
            assertThat(messages(atlas, ann, chat))
                    .extracting(ChatMessage::sequence)
                    .containsExactly(1L, 2L, 3L, 4L);
            assertThat(atlas.models().requests().getLast().body())
                    .containsSubsequence("Be brief.", "Who is there?", "It is ", "Who is there?");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void nobodyIsHandedHalfACharacter(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = ann(atlas);
            atlas.models().says(Said.text("a\uD83D", "\uDE00b", "\uD83D", "c", "d\uD83D"));
            List<String> read = new ArrayList<>();
            Consumer<ModelEvent> reader = event -> read.add(((ModelEvent.Text) event).text());

            Turn turn = say(atlas, ann, chat(atlas, ann), reader, new Cancellation());

            assertThat(read).containsExactly("a", "\uD83D\uDE00b", "\uFFFDc", "d", "\uFFFD");
            assertThat(turn.answered().value().entry().content()).isEqualTo("a\uD83D\uDE00b\uFFFDcd\uFFFD");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatHadArrivedIsKept(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = ann(atlas);
            ChatSession chat = chat(atlas, ann);
            Reply half = Reply.stream(FORM, FORM.stream(Said.text("one ", "two ", "three"), "m"));

            Turn gone = say(
                    atlas,
                    ann,
                    chat,
                    event -> {
                        throw new IllegalStateException("gone");
                    },
                    new Cancellation());
            assertThat(gone.answered().value().entry())
                    .extracting(ChatEntry::state, ChatEntry::content)
                    .containsExactly(MessageState.INTERRUPTED, "Hello");

            Cancellation cancellation = new Cancellation();
            atlas.models().next(half.after(2, Ending.PINGING));
            Turn cancelled = say(atlas, ann, chat, event -> cancellation.cancel(), cancellation);
            assertThat(cancelled.answered().value().entry())
                    .extracting(ChatEntry::state, ChatEntry::content)
                    .containsExactly(MessageState.CANCELLED, "one ");

            atlas.models().next(half.after(3, Ending.CUT));
            Turn broken = say(atlas, ann, chat, event -> {}, new Cancellation());
            assertThat(broken.problem()).isEqualTo(new ProviderProblem.Broken());
            assertThat(broken.answered().value().entry())
                    .extracting(ChatEntry::state, ChatEntry::content)
                    .containsExactly(MessageState.FAILED, "one two ");

            atlas.models().next(Reply.stream(FORM, FORM.stream(new Said(List.of(), null, "stop", 12, 0, 0), "m")));
            Turn silent = say(atlas, ann, chat, event -> {}, new Cancellation());
            assertThat(silent.problem()).isEqualTo(new ProviderProblem.NothingSaid());
            assertThat(silent.answered().value().entry().state()).isEqualTo(MessageState.FAILED);
            assertThat(messages(atlas, ann, chat)).hasSize(8);
            assertThat(records(atlas, ann))
                    .extracting(
                            used -> used.call().course().outcome(),
                            used -> used.call().tokens().prompt(),
                            used -> used.charge() == null)
                    .containsExactly(
                            tuple(CallOutcome.COMPLETED, 12L, false),
                            tuple(CallOutcome.FAILED, 15L, false),
                            tuple(CallOutcome.CANCELLED, 10L, false),
                            tuple(CallOutcome.INTERRUPTED, 6L, false));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatACallTookIsRecordedOnceWithTheAnswerAndAlsoWithoutAChat(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = ann(atlas);
            ChatSession kept = chat(atlas, ann);
            atlas.models().says(Said.text("Yes.").having(1000, 500, 200));

            ChatMessage answer = say(atlas, ann, kept, event -> {}, new Cancellation())
                    .answered()
                    .value();

            assertThat(records(atlas, ann)).singleElement().satisfies(used -> {
                assertThat(used.chatUsage()).isEqualTo(answer.entry().usage());
                assertThat(used.call().origin().messageId()).isEqualTo(answer.id());
                assertThat(used.call().origin().sessionId()).isEqualTo(kept.id());
            });
            ChatSession removed = chat(atlas, ann);
            Consumer<ModelEvent> remover =
                    event -> atlas.atlas().chat().lifecycle().delete(ann, removed.id(), null);
            assertThatThrownBy(() -> say(atlas, ann, removed, remover, new Cancellation()))
                    .isInstanceOf(Refusal.NotFound.class);
            assertThat(records(atlas, ann)).hasSize(2).first().satisfies(used -> assertThat(
                            used.call().origin().messageId())
                    .isNull());
        }
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
    void nothingIsSaidWhereNobodyCanAnswer(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            Caller ann = ann(atlas);
            ChatSession chat = chat(atlas, ann);
            Caller ben = new Caller(new Id<>(UUID.randomUUID()), "ben", ann.permissions(), null, ann.origin());
            assertThatThrownBy(() -> say(atlas, ben, chat, event -> {}, new Cancellation()))
                    .isInstanceOf(Refusal.NotFound.class);
            ok(200, atlas.send("admin", "PATCH", "/chat/providers/openai", "{\"enabled\":false}"));
            assertThatThrownBy(() -> say(atlas, ann, chat, event -> {}, new Cancellation()))
                    .isInstanceOf(Refusal.WrongState.class);

            assertThat(messages(atlas, ann, chat)).isEmpty();
            assertThat(atlas.models().requests()).isEmpty();
        }
    }
}
