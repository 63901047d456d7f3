package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.bots.BotAccounts;
import dev.atlas.domain.bots.LinkCodes;
import dev.atlas.persistence.bots.BotAccountRow;
import dev.atlas.persistence.bots.LinkCodeRow;

/** Who talks to Atlas through bots. */
final class BotsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(BotAccountRow.class)
                .unique(BotAccounts.ONE_PER_PLATFORM_USER)
                .index("bot_accounts_of_user", "user_id", "created_at", "id")
                .index("bot_accounts_of_platform", "platform", "created_at", "id")
                .index("bot_accounts_by_time", "created_at", "id")
                .make(database);
        CollectionPlan.of(LinkCodeRow.class)
                .unique(LinkCodes.ONE_PER_USER)
                .unique(LinkCodes.ONE_PER_DIGEST)
                .index("link_codes_of_platform", "platform", "expires_at", "id")
                .index("link_codes_by_expiry", "expires_at", "id")
                .make(database);
    }
}
