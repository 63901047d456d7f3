package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the predecessor's bots that were kept as they were when Atlas had no place for them, with what people had said. What could
 * be taken has become something by now; the rest is left out, and nobody would remove it with its user.
 *
 * @param tables those that the file has
 * @param unfinished the keys of links that nobody has finished, of which no more than marks is kept
 */
record FormerBotRows(Foundation foundation, String source, Set<String> tables, Set<String> unfinished) {

    private static final String ACCOUNTS = "bot_platform_accounts";

    private static final Set<String> ALL = Set.of(ACCOUNTS, "bot_conversations", "bot_messages", "bot_webhook_configs");

    /** Looks at every row that is remembered of any table, as there is no shorter way. */
    void forget() {
        RecordKey after = null;
        List<StoredRecord> page;
        do {
            page = after(after);
            List<Id<LegacyRow>> former = page.stream()
                    .filter(this::isFormer)
                    .map(row -> new Id<LegacyRow>((UUID) row.values().getFirst()))
                    .toList();
            if (!former.isEmpty()) {
                foundation.storage().write(to -> forget(to, former));
            }
            after = page.isEmpty() ? null : page.getLast().key();
        } while (page.size() == ImportPass.BATCH);
    }

    private List<StoredRecord> after(@Nullable RecordKey place) {
        return foundation.storage().read((Repositories from) -> from.records()
                .scan(from.records().kind("legacy_rows"), place, ImportPass.BATCH));
    }

    private boolean isFormer(StoredRecord row) {
        String table = String.valueOf(row.value("source_table"));
        return source.equals(row.value("source"))
                && ALL.contains(table)
                && tables.contains(table)
                && row.value("entity_id") == null
                && !(table.equals(ACCOUNTS) && unfinished.contains(String.valueOf(row.value("source_key"))));
    }

    /** Another import may have made something of one meanwhile. */
    private static boolean forget(Repositories to, List<Id<LegacyRow>> former) {
        for (Id<LegacyRow> id : former) {
            if (to.legacyRows().find(id).filter(row -> row.entity() == null).isPresent()) {
                to.legacyRows().remove(id);
            }
        }
        return true;
    }
}
