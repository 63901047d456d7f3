package dev.atlas.application.imports;

import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Keys of everybody's, one per provider. One that was set in Atlas stays. */
record LegacySharedKeyTable(String source, Instant now, IncomingIdentity incoming, Findings findings)
        implements LegacyTable<LegacyKey> {

    @Override
    public String table() {
        return "global_api_keys";
    }

    @Override
    public String entities() {
        return "shared_keys";
    }

    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(row, Map.of("secret", LegacyTable::hidden));
    }

    @Override
    public LegacyKey read(Cells cells, UUID id) {
        LegacyKey key = LegacyKey.read(cells, id, null, now);
        IncomingIdentity.value("secret", Objects.requireNonNull(key.secret()));
        return key;
    }

    @Override
    public Optional<Object> only(LegacyKey key) {
        return Optional.of(key.provider());
    }

    @Override
    public void met(String id, Cells cells, LegacyKey key) {
        Shortened.report(findings, table(), id, cells, List.of(LegacyKey.LABEL));
    }

    @Override
    public UUID idOf(LegacyKey key) {
        return LegacyTable.id(source, table(), key.provider().value());
    }

    @Override
    public Optional<LegacyKey> present(Repositories repositories, LegacyKey key) {
        return repositories.globalCredentials().find(key.provider()).map(LegacySharedKeyTable::of);
    }

    private static LegacyKey of(GlobalCredential stored) {
        return new LegacyKey(
                new UUID(0, 0),
                null,
                stored.provider(),
                stored.label(),
                null,
                stored.createdAt(),
                stored.updatedAt(),
                stored.version());
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, LegacyKey key) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, LegacyKey key) {
        repositories.globalCredentials().add(credential(repositories, key, key.createdAt(), 0));
        note(repositories, key.provider());
    }

    private GlobalCredential credential(Repositories to, LegacyKey key, Instant created, long version) {
        return new GlobalCredential(
                key.provider(),
                key.label(),
                incoming.sharedCredential(to, key.provider(), Objects.requireNonNull(key.secret())),
                created,
                key.updatedAt(),
                version);
    }

    private void note(Repositories to, Provider provider) {
        incoming.note(to, "credential.imported", new Resource("global_credential", provider.value()));
    }

    @Override
    public Optional<LegacyKey> find(Repositories repositories, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<LegacyKey> found(Repositories repositories, KnownRow row) {
        Provider provider = new Provider(LegacyTable.text(row, "provider"));
        return repositories.globalCredentials().find(provider).map(LegacySharedKeyTable::of);
    }

    @Override
    public void update(Repositories repositories, ThreeWay<LegacyKey> three) {
        LegacyKey mine = three.mine();
        if (mine.updatedAt().equals(three.base().updatedAt())) {
            repositories
                    .globalCredentials()
                    .replace(credential(repositories, three.theirs(), mine.createdAt(), mine.version()));
            note(repositories, mine.provider());
        }
    }
}
