package dev.atlas.application.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.Refusal;
import dev.atlas.application.SqliteAtlas;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.CannotOpen;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann and Ben chat; Root administers everything, and their chats are none of Root's business. */
class ChatsTest {

    private SqliteAtlas test;
    private ChatUseCases chat;
    private Caller ann;
    private Caller ben;
    private Caller root;

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new SqliteAtlas(folder);
        chat = test.atlas().chat();
        ann = test.user("ann", Set.of(Permission.CHAT_USE));
        ben = test.user("ben", Set.of(Permission.CHAT_USE));
        root = test.administrator("root");
    }

    @AfterEach
    void close() {
        test.close();
    }

    private ChatSession begin(Caller caller, @Nullable String title) {
        return chat.catalog().begin(caller, new ChatDetails(title, null, null)).value();
    }

    private ChatMessage say(Caller caller, ChatSession session, String words) {
        return chat.log().append(caller, session.id(), ChatEntry.ofUser(words)).value();
    }

    private ChatSession get(Caller caller, ChatSession session) {
        return chat.catalog().get(caller, session.id()).join();
    }

    private List<String> titles(Caller caller, ChatFilter filter) {
        Slice<ChatSession> found =
                chat.catalog().list(caller, filter, Page.first(50)).join();
        return found.items().stream()
                .map(session -> String.valueOf(session.title()))
                .toList();
    }

    private List<String> found(Caller caller, String text) {
        return chat.log().containing(caller, text, Page.first(50)).join().items().stream()
                .map(message -> message.entry().content())
                .toList();
    }

    @Test
    void whatIsSaidHasAPlaceAndCounts() {
        ChatSession session = begin(ann, null);
        assertThat(say(ann, session, "Why?").sequence()).isEqualTo(1);
        ChatUsage usage = new ChatUsage(1000, 500, new BigDecimal("0.00125"));
        ChatEntry answer = new ChatEntry(
                ChatRole.ASSISTANT, MessageState.INTERRUPTED, "Bec", "openai", "gpt-5-mini", usage, Json.Obj.EMPTY);
        assertThat(chat.log().append(ann, session.id(), answer).value().sequence())
                .isEqualTo(2);

        ChatSession now = get(ann, session);
        assertThat(now.title()).isEqualTo("Why?");
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.totals().messages()).isEqualTo(2);
        assertThat(now.totals().costUsd()).isEqualTo("0.00125");
        assertThat(chat.log().get(ann, session.id(), 2).join().entry()).isEqualTo(answer);
        assertThat(chat.log().before(ann, session.id(), null, 1).join())
                .extracting(ChatMessage::sequence)
                .containsExactly(2L);
        assertThat(chat.log().after(ann, session.id(), 1L, 9).join())
                .extracting(ChatMessage::sequence)
                .containsExactly(2L);
        assertThatThrownBy(() -> chat.log().get(ann, session.id(), 3).join())
                .hasCauseInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void nobodyElseKnowsOfAChat() {
        ChatSession hidden = begin(ann, "Hidden");
        say(ann, hidden, "a secret");
        Id<ChatSession> missing = test.foundation().ids().next();
        for (Caller other : List.of(ben, root)) {
            for (Id<ChatSession> id : List.of(hidden.id(), missing)) {
                notFound(() -> chat.catalog().get(other, id).join());
                notFound(() -> chat.catalog().change(other, id, renamed("x"), null));
                notFound(() -> chat.lifecycle().archive(other, id, 7L));
                notFound(() -> chat.lifecycle().restore(other, id, null));
                notFound(() -> chat.lifecycle().delete(other, id, null));
                notFound(() -> chat.log().append(other, id, ChatEntry.ofUser("x")));
                notFound(() -> chat.log().get(other, id, 1).join());
                notFound(() -> chat.log().after(other, id, null, 9).join());
                notFound(() -> chat.log().before(other, id, null, 9).join());
            }
            assertThat(titles(other, ChatFilter.NONE)).isEmpty();
            assertThat(found(other, "secret")).isEmpty();
        }
        assertThat(get(ann, hidden).totals().messages()).isEqualTo(1);
    }

    private static void notFound(ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(thrown -> {
            Throwable refusal = thrown.getCause() == null ? thrown : thrown.getCause();
            assertThat(refusal).isInstanceOf(Refusal.NotFound.class).hasMessage("There is no such chat session.");
            assertThat(((Refusal) refusal).code()).isEqualTo("chat_session.not_found");
        });
    }

    private static ChatChange renamed(@Nullable String title) {
        return new ChatChange(Change.to(title), Change.kept(), Change.kept(), Change.kept());
    }

    @Test
    void aNameThatWasGivenStays() {
        ChatSession session = begin(ann, null);
        ChatSession named =
                chat.catalog().change(ann, session.id(), renamed(" Loss "), 0L).value();
        assertThat(named.title()).isEqualTo("Loss");
        say(ann, session, "Why?");
        assertThat(get(ann, session).title()).isEqualTo("Loss");
        assertThatThrownBy(() -> chat.catalog().change(ann, session.id(), renamed("x"), 1L))
                .isInstanceOf(Refusal.Stale.class);
        assertThat(chat.catalog()
                        .change(ann, session.id(), renamed("Loss"), 2L)
                        .value()
                        .version())
                .as("nothing changes")
                .isEqualTo(2);
        chat.catalog().change(ann, session.id(), renamed(null), null);
        say(ann, session, "And now?");
        assertThat(get(ann, session).title()).isEqualTo("And now?");
    }

    @Test
    void anArchivedChatIsReadOnly() {
        ChatSession session = begin(ann, "Old");
        assertThat(chat.lifecycle().archive(ann, session.id(), 0L).value().archived())
                .isTrue();
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> say(ann, session, "x"),
                () -> chat.catalog().change(ann, session.id(), renamed("x"), null),
                () -> chat.lifecycle().archive(ann, session.id(), null))) {
            assertThatThrownBy(write)
                    .isInstanceOfSatisfying(Refusal.WrongState.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("chat_session.archived"));
        }
        assertThat(titles(ann, new ChatFilter(false, null))).isEmpty();
        assertThat(titles(ann, new ChatFilter(true, null))).containsExactly("Old");
        chat.lifecycle().restore(ann, session.id(), 1L);
        say(ann, session, "x");
        assertThatThrownBy(() -> chat.lifecycle().restore(ann, session.id(), null))
                .isInstanceOf(Refusal.WrongState.class);
    }

    @Test
    void titlesAndMessagesAreFoundWhateverTheCase() {
        ChatSession first = begin(ann, "Die Stra\u00dfe");
        begin(ann, "Loss");
        say(ann, first, "Why does VAL_LOSS rise?");
        say(ann, first, "100% of _all_");
        assertThat(titles(ann, new ChatFilter(false, "STRASSE"))).containsExactly("Die Stra\u00dfe");
        assertThat(titles(ann, new ChatFilter(false, "loss"))).containsExactly("Loss");
        assertThat(found(ann, "val_loss")).containsExactly("Why does VAL_LOSS rise?");
        assertThat(found(ann, "%")).containsExactly("100% of _all_");
        assertThat(found(ann, "w.y")).isEmpty();
    }

    @Test
    void whatIsRemovedIsRemovedWithItsMessages() {
        ChatSession session = begin(ann, null);
        say(ann, session, "gone");
        assertThatThrownBy(() -> chat.lifecycle().delete(ann, session.id(), 0L)).isInstanceOf(Refusal.Stale.class);
        chat.lifecycle().delete(ann, session.id(), 1L);
        notFound(() -> chat.catalog().get(ann, session.id()).join());
        assertThat(found(ann, "gone")).isEmpty();
    }

    @Test
    void chatsGoWithTheirOwner() {
        say(ann, begin(ann, null), "gone");
        say(ben, begin(ben, null), "gone");
        test.atlas().identity().users().remove(root, ann.user(), null);
        assertThat(found(ann, "gone")).isEmpty();
        assertThat(titles(ann, ChatFilter.NONE)).isEmpty();
        assertThat(found(ben, "gone")).hasSize(1);
    }

    @Test
    void chatsAreForgottenWhenNothingHappenedInThemForLong() {
        Duration kept = Duration.ofDays(30);
        for (int i = 0; i < 45; i++) {
            say(ben, begin(ben, null), "old");
        }
        ChatSession used = begin(ann, "Used");
        test.clock().advance(kept);
        say(ann, used, "new");
        assertThat(chat.retention().sweep(kept)).isEqualTo(45);
        assertThat(titles(ben, ChatFilter.NONE)).isEmpty();
        assertThat(found(ben, "old")).isEmpty();
        assertThat(titles(ann, ChatFilter.NONE)).containsExactly("Used");
        assertThat(chat.retention().sweep(kept)).isZero();
    }

    @Test
    void chatsAreKeptForeverUnlessTheSettingSaysOtherwise() {
        assertThat(ChatRetention.kept(Map.of())).isEmpty();
        assertThat(ChatRetention.kept(Map.of("ATLAS_CHAT_KEPT", "90d"))).contains(Duration.ofDays(90));
        assertThatThrownBy(() -> ChatRetention.kept(Map.of("ATLAS_CHAT_KEPT", "0d")))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("ATLAS_CHAT_KEPT");
    }

    @Test
    void onesOwnChatsAreHandedOutForProgramsAndForPeople() throws Exception {
        ChatSession session = begin(ann, null);
        say(ann, session, "Why?\nReally");
        ChatEntry answer = new ChatEntry(
                ChatRole.ASSISTANT,
                MessageState.CANCELLED,
                "Because",
                "openai",
                "gpt-5",
                new ChatUsage(3, 4, new BigDecimal("0.0000005")),
                List.of(new ToolCall("c1", "search", ToolCallStatus.ERROR, Json.Obj.EMPTY, "nothing")),
                Json.Obj.EMPTY);
        chat.log().append(ann, session.id(), answer);
        begin(ben, "Hidden");
        ChatSession empty = begin(ann, "Empty");
        Map<String, String> files = files(test.atlas().exports().chats(ann));

        assertThat(files)
                .containsOnlyKeys(
                        session.id() + ".json", session.id() + ".md", empty.id() + ".json", empty.id() + ".md");
        Json.Obj exported = (Json.Obj) Json.parse("export", String.valueOf(files.get(session.id() + ".json")));
        assertThat(exported.text())
                .contains("\"title\":\"Why?\\nReally\"", "\"cost_usd\":\"0.0000005\"", "\"sequence\":2")
                .contains("\"state\":\"cancelled\"", "\"content\":\"Because\"", "\"variables\":{}")
                .contains("\"tool_name\":\"search\",\"status\":\"error\",\"arguments\":{},\"result\":\"nothing\"");
        assertThat(exported.members().get("messages"))
                .isInstanceOfSatisfying(
                        Json.Arr.class, messages -> assertThat(messages.items()).hasSize(2));
        assertThat(files.get(session.id() + ".md"))
                .startsWith("# Why? Really\n\n## user, 20")
                .contains("Z\n\n> Why?\n> Really\n", "\n## assistant, gpt-5, cancelled, 20", "\n\n> Because\n");
        assertThat(Json.parse("export", String.valueOf(files.get(empty.id() + ".json")))
                        .text())
                .contains("\"messages\":[]");
    }

    private static Map<String, String> files(Path archive) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(archive);
        return files;
    }
}
