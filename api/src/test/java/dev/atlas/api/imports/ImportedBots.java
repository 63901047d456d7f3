package dev.atlas.api.imports;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Page;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an import of bots has left in Atlas. */
record ImportedBots(ServedAtlas atlas) {

    static final Page ALL = Page.first(50);

    /** What happens to a store and a file. */
    interface Story {
        void tell(ImportedBots bots, LegacyFile file) throws Exception;
    }

    /** With a new store on this engine, and the sample. */
    static void on(String engine, Path folder, Story story) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                LegacyFile file = LegacyFile.empty(folder.resolve("atlas.sqlite3"))) {
            LegacySample.write(file);
            story.tell(new ImportedBots(atlas), file);
        }
    }

    /** @param key of the predecessor's settings */
    ImportReport run(LegacyFile file, @Nullable String key) {
        return atlas.atlas().imports().legacy().run(new LegacyImportRequest(file.path(), key, "legacy", null, false));
    }

    static Counts counts(ImportReport report, String table) {
        return report.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    static List<String> subjects(ImportReport report, String code) {
        return report.findings().stream()
                .filter(each -> each.code().equals(code))
                .map(Finding::subjects)
                .findFirst()
                .orElse(List.of());
    }

    <R> R read(Function<? super Repositories, R> look) {
        return atlas.storage().read(look);
    }

    Optional<BotAccount> account(BotPlatform platform, String person) {
        return read(from -> from.botAccounts().of(platform, person));
    }

    BotConversation conversation(BotAccount account, String place) {
        return read(from -> from.botConversations()
                .find(BotConversation.id(account.id(), place))
                .orElseThrow());
    }

    /** In their order. */
    List<BotMessage> messages(BotConversation conversation) {
        return read(from -> from.botMessages().of(conversation.id(), ALL).items())
                .reversed();
    }

    BotConfiguration bot(String platform) {
        return read(from -> from.botConfigurations().find(platform).orElseThrow());
    }

    Optional<String> secret(String name) {
        return read(from -> atlas.atlas().identity().secrets().value(from, new SecretName(name)));
    }

    List<StoredRecord> everything(String kind) {
        return read(from -> from.records().scan(from.records().kind(kind), null, 10_000));
    }
}
