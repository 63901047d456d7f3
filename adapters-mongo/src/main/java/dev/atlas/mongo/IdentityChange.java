package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.identity.PersonalTokens;
import dev.atlas.domain.identity.UserCredentials;
import dev.atlas.persistence.Table;
import dev.atlas.persistence.identity.AuditEntryRow;
import dev.atlas.persistence.identity.EncryptionKeyRow;
import dev.atlas.persistence.identity.FailedSignInsRow;
import dev.atlas.persistence.identity.GlobalCredentialRow;
import dev.atlas.persistence.identity.GuardRow;
import dev.atlas.persistence.identity.PersonalTokenRow;
import dev.atlas.persistence.identity.RoleRow;
import dev.atlas.persistence.identity.SecretRow;
import dev.atlas.persistence.identity.SessionRow;
import dev.atlas.persistence.identity.SigningKeyRow;
import dev.atlas.persistence.identity.UserCredentialRow;
import dev.atlas.persistence.identity.UserRow;

/** Roles, sign-ins, tokens, credentials, secrets and the audit trail. */
final class IdentityChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(EncryptionKeyRow.class).make(database);
        CollectionPlan.of(RoleRow.class).make(database);
        CollectionPlan.of(UserRow.class)
                .index("users_by_role", "role", "active", "id")
                .make(database);
        CollectionPlan.of(SessionRow.class)
                .index("sessions_of_user", "user_id", "created_at", "id")
                .index("sessions_by_expiry", "expires_at", "id")
                .make(database);
        CollectionPlan.of(PersonalTokenRow.class)
                .unique(PersonalTokens.HASH)
                .index("personal_tokens_of_user", "user_id", "created_at", "id")
                .make(database);
        CollectionPlan.of(UserCredentialRow.class)
                .unique(UserCredentials.PROVIDER_PER_USER)
                .index("user_credentials_under_key", "key_id", "id")
                .make(database);
        CollectionPlan.of(GlobalCredentialRow.class)
                .index("global_credentials_under_key", "key_id")
                .make(database);
        CollectionPlan.of(SecretRow.class).index("secrets_under_key", "key_id").make(database);
        CollectionPlan.of(SigningKeyRow.class)
                .index("signing_keys_under_key", "key_id")
                .index("signing_keys_newest", "created_at", "id")
                .make(database);
        CollectionPlan.of(AuditEntryRow.class)
                .index("audit_entries_newest", "occurred_at", "id")
                .index("audit_entries_of_actor", "actor_id", "occurred_at", "id")
                .index("audit_entries_of_project", "project_id", "occurred_at", "id")
                .index("audit_entries_of_action", "action", "occurred_at", "id")
                .make(database);
        CollectionPlan.of(FailedSignInsRow.class)
                .index("sign_in_attempts_oldest", "last_failed_at", "id")
                .make(database);
        CollectionPlan.of(GuardRow.class).make(database);
        database.getCollection(Table.of(GuardRow.class).kind().name())
                .updateOne(
                        Filters.eq(Documents.ID, Guards.ADMINISTRATION),
                        Updates.setOnInsert("version", 0L),
                        new UpdateOptions().upsert(true));
    }
}
