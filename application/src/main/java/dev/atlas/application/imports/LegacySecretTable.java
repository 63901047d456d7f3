package dev.atlas.application.imports;

import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypted settings, decrypted with the predecessor's key and encrypted with Atlas's. Without that key they are left out.
 *
 * @param key absent if nobody has given it
 * @param taken the names of those that are in Atlas now, or would be in a dry run
 */
record LegacySecretTable(
        String source,
        Instant now,
        IncomingIdentity incoming,
        @Nullable FernetKey key,
        Set<String> taken) implements LegacyTable<LegacySecretTable.Setting> {

    private static final String TABLE = "secure_settings";
    private static final String VALUE = "encrypted_value";

    /**
     * One setting.
     *
     * @param value in clear; absent of what is in Atlas, and of what is remembered
     * @param updatedAt as the file says; what is in Atlas and was changed there since has another one
     */
    record Setting(SecretName name, @Nullable String value, Instant createdAt, Instant updatedAt, long version) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "Setting[" + name + "]";
        }
    }

    /** Which of these secrets of Atlas an earlier import has taken. */
    static Set<String> of(RowMemory memory, Set<String> secrets) {
        return memory.known(TABLE, secrets).keySet();
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String keyColumn() {
        return "name";
    }

    @Override
    public String entities() {
        return "secrets";
    }

    /** The token says nothing without the key, but whoever finds the key should not find it beside. */
    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(row, Map.of(VALUE, TableImport::digest));
    }

    @Override
    public Setting read(Cells cells, UUID id) {
        Instant created = cells.time("created_at").orElse(now);
        String token = cells.requiredText(VALUE);
        return new Setting(
                new SecretName(cells.requiredText("name")),
                token.matches("[0-9a-f]{64}") ? null : IncomingIdentity.value(VALUE, decrypted(token)),
                created,
                cells.time("updated_at").orElse(created),
                0);
    }

    private String decrypted(String token) {
        if (key == null) {
            throw new InvalidValue(VALUE, "is encrypted: give the key with --secret-key");
        }
        return key.decrypt(VALUE, token);
    }

    @Override
    public Optional<Object> only(Setting setting) {
        if (setting.value() == null) {
            throw new InvalidValue(VALUE, "is not encrypted as it should be");
        }
        return Optional.of(setting.name());
    }

    @Override
    public void met(String name, Cells cells, Setting setting) {
        taken.add(setting.name().value());
    }

    @Override
    public UUID idOf(Setting setting) {
        return LegacyTable.id(source, table(), setting.name().value());
    }

    /** One that was set in Atlas stays. */
    @Override
    public Optional<Setting> present(Repositories repositories, Setting setting) {
        return repositories.secrets().find(setting.name()).map(LegacySecretTable::of);
    }

    private static Setting of(Secret stored) {
        return new Setting(stored.name(), null, stored.createdAt(), stored.updatedAt(), stored.version());
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Setting setting) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, Setting setting) {
        repositories.secrets().add(sealed(repositories, setting, setting.createdAt(), 0));
        note(repositories, setting);
    }

    private Secret sealed(Repositories to, Setting setting, Instant created, long version) {
        String value = Objects.requireNonNull(setting.value());
        return new Secret(
                setting.name(), incoming.secret(to, setting.name(), value), created, setting.updatedAt(), version);
    }

    private void note(Repositories to, Setting setting) {
        incoming.note(
                to, "secret.imported", new Resource("secret", setting.name().value()));
    }

    @Override
    public Optional<Setting> find(Repositories repositories, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Setting> found(Repositories repositories, KnownRow row) {
        return repositories.secrets().find(new SecretName(row.key())).map(LegacySecretTable::of);
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Setting> three) {
        Setting mine = three.mine();
        if (mine.updatedAt().equals(three.base().updatedAt())) {
            repositories.secrets().replace(sealed(repositories, three.theirs(), mine.createdAt(), mine.version()));
            note(repositories, mine);
        }
    }
}
