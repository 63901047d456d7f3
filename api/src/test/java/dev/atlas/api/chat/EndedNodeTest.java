package dev.atlas.api.chat;

import static dev.atlas.api.ServedAtlas.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.Await;
import dev.atlas.domain.Page;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Reply.Ending;
import dev.atlas.wire.Said;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node that is told to end stores what had arrived of every turn before it lets go of the store, on each engine. */
class EndedNodeTest {

    private static final OpenAiForm FORM = new OpenAiForm();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String WHO = "{\"content\":\"Who?\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void turnsThatRunAreInterruptedAndStored(String engine) throws Exception {
        String place = ServedAtlas.place(engine, folder);
        try (ServedAtlas atlas = ServedAtlas.over(
                ServedAtlas.open(place), Clock.systemUTC(), folder, Map.of("ATLAS_STOP_TIMEOUT", "100ms"))) {
            atlas.add("ann", "member");
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            Reply stuck = Reply.stream(FORM, FORM.stream(Said.text("one ", "two"), "m"))
                    .after(2, Ending.PINGING);
            atlas.models().next(stuck, stuck, stuck);
            Thread whole = Thread.ofVirtual().start(() -> askFor(atlas, "/chat/completions", WHO));
            Thread openAi = Thread.ofVirtual()
                    .start(() -> askFor(
                            atlas,
                            "//v1/chat/completions",
                            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Who?\"}]}"));
            try (OpenCompletion stream = OpenCompletion.of(atlas, "ann", WHO)) {
                stream.next();
                stream.next();
                Await.until(SOON, () -> atlas.models().open() == 3, () -> "not all are asked");
                atlas.stop();
            }
            whole.join(SOON);
            openAi.join(SOON);
        }
        try (Storage storage = ServedAtlas.open(place)) {
            List<UsageRecord> records = storage.read(from -> from.usageRecords()
                    .list(UsageRecordFilter.NONE, Page.first(10))
                    .items());
            assertThat(records)
                    .extracting(used -> used.call().course().outcome())
                    .containsExactly(CallOutcome.INTERRUPTED, CallOutcome.INTERRUPTED, CallOutcome.INTERRUPTED);
            List<ChatMessage> answers = storage.read(from -> records.stream()
                    .flatMap(used -> used.call().origin().messageId() == null
                            ? Stream.<ChatMessage>empty()
                            : from.chatMessages().find(used.call().origin().messageId()).stream())
                    .toList());
            assertThat(answers).hasSize(2).allSatisfy(answer -> {
                assertThat(answer.entry().state()).isEqualTo(MessageState.INTERRUPTED);
                assertThat(answer.entry().content()).isEqualTo("one ");
            });
        }
    }

    private static void askFor(ServedAtlas atlas, String path, String body) {
        try {
            atlas.post("ann", path, body);
        } catch (Exception e) {
            // its server ends
        }
    }
}
