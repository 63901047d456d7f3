package dev.atlas.application.imports;

import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.Charge;
import dev.atlas.domain.usage.PriceSource;
import dev.atlas.domain.usage.UsageRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What both tables of calls have in common. */
final class LegacyUsage {

    private LegacyUsage() {}

    /** What the predecessor charged; whoever asks for the price by which is told that nobody knows. */
    static @Nullable Charge charge(Cells cells) {
        BigDecimal cost = cells.decimal("cost_usd");
        return cost == null ? null : new Charge(LegacyEntry.rounded(cost), null, PriceSource.IMPORTED, false);
    }

    /** Whoever is gone leaves an id that names nobody. */
    static @Nullable Id<User> user(LegacyLinks links, Cells cells) {
        String key = cells.text("user_id");
        if (key == null) {
            return null;
        }
        Id<User> taken = links.users().get(key);
        return taken == null && LegacyTable.UUID_TEXT.matcher(key).matches() ? new Id<>(UUID.fromString(key)) : taken;
    }

    static @Nullable Id<ChatSession> chat(LegacyLinks links, Cells cells) {
        String key = cells.text("session_id");
        return key == null ? null : links.publicIds().get(key);
    }

    static long tokens(Cells cells, String column) {
        Long count = cells.whole(column);
        return count == null ? 0 : count;
    }

    static boolean rounded(Cells cells) {
        BigDecimal cost = cells.decimal("cost_usd");
        return cost != null && cost.scale() > LegacyEntry.DECIMALS;
    }

    static void add(Repositories to, List<UsageRecord> records) {
        if (!records.isEmpty()) {
            UsageRecording.add(to, records);
        }
    }

    /** A record stays as it was written. */
    static void refuseChange(UsageRecord base, UsageRecord theirs) {
        if (!base.equals(theirs)) {
            throw new InvalidValue("row", "was changed since it was imported, and records of usage are never changed");
        }
    }
}
