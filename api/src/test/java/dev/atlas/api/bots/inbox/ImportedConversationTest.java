package dev.atlas.api.bots.inbox;

import static dev.atlas.api.ServedAtlas.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.contract.legacy.LegacyBotSample;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Page;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.wire.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever was linked in the predecessor says something to the bot of Atlas. */
class ImportedConversationTest {

    private static final String ANSWER = "Still up.";
    private static final Page ALL = Page.first(Page.MAX_LIMIT);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final Chatroom room = new Chatroom();

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theyGoOnWhereTheyWere(String engine) throws Exception {
        try (ServedAtlas atlas =
                        ServedAtlas.over(ServedAtlas.open(ServedAtlas.place(engine, folder)), clock, folder, Map.of());
                LegacyFile file = LegacyFile.empty(folder.resolve("atlas.sqlite3"))) {
            LegacySample.write(file);
            file.execute("update users set role = 'admin' where username = 'ann'");
            atlas.atlas().imports().legacy().run(LegacyImportRequest.of(file.path()));
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            atlas.models().says(Said.text(ANSWER).having(100, 50, 0));
            BotConversation before = conversation(atlas);
            try (BotNode node = new BotNode(atlas.atlas(), clock, room)) {
                String ann = LegacyBotSample.ANN;
                node.bots().inbox().accept(List.of(BotNode.saying(1, ann, ann, "Is it still?")));
                node.untilAllIsAnswered();
            }
            assertThat(room.text()).isEqualTo(ANSWER);
            assertThat(atlas.models().requests().getLast().body())
                    .as("the chat of the predecessor's playground goes on")
                    .contains("Check it", "Is it still?");
            BotConversation after = conversation(atlas);
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.sessionId()).isNotNull().isEqualTo(before.sessionId());
            List<BotMessage> messages = atlas.storage()
                    .read((Repositories from) ->
                            from.botMessages().of(after.id(), ALL).items());
            assertThat(messages).hasSize(5 + 2);
            assertThat(messages)
                    .filteredOn(message -> message.content().equals(ANSWER))
                    .extracting(BotMessage::agent)
                    .containsExactly("triage");
        }
    }

    /** The only one on Telegram. */
    private static BotConversation conversation(ServedAtlas atlas) {
        List<BotConversation> all = atlas.storage().read((Repositories from) -> from.botConversations()
                .list(BotPlatform.TELEGRAM, null, ALL)
                .items());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
