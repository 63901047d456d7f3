package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Providers that were set up, by name; the predecessor never asked them. One that was set up in Atlas stays. */
record LegacyProviderTable(String source, Instant now, Findings findings)
        implements LegacyTable<ProviderConfiguration> {

    @Override
    public String table() {
        return "ai_provider_configs";
    }

    @Override
    public String entities() {
        return "providers";
    }

    @Override
    public ProviderConfiguration read(Cells cells, UUID id) {
        ProviderKind kind = kind(cells.requiredText("provider_type"));
        String address = cells.text(kind == ProviderKind.AZURE_OPENAI ? "azure_endpoint" : "base_url");
        ProviderDetails details = new ProviderDetails(
                kind,
                null,
                cells.flag("enabled", true),
                cells.text("default_model"),
                address,
                kind == ProviderKind.AZURE_OPENAI ? cells.text("azure_deployment") : null,
                kind == ProviderKind.AZURE_OPENAI ? cells.text("api_version") : null,
                ProviderLimits.USUAL);
        Instant created = cells.time("created_at").orElse(now);
        return new ProviderConfiguration(
                name(cells), details, created, cells.time("updated_at").orElse(created), 0);
    }

    private static String name(Cells cells) {
        return cells.requiredText("name").strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static ProviderKind kind(String word) {
        for (ProviderKind kind : ProviderKind.values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        throw new InvalidValue("provider_type", "is none that Atlas speaks to");
    }

    @Override
    public Optional<Object> only(ProviderConfiguration provider) {
        return Optional.of(provider.id());
    }

    @Override
    public void met(String key, Cells cells, ProviderConfiguration provider) {
        if (cells.text("api_key_secret") != null) {
            findings.add(Findings.Code.PROVIDER_WITHOUT_KEY, provider.id());
        }
    }

    @Override
    public UUID idOf(ProviderConfiguration provider) {
        return LegacyTable.id(source, table(), provider.id());
    }

    @Override
    public Optional<ProviderConfiguration> present(Repositories repositories, ProviderConfiguration provider) {
        return repositories.providerConfigurations().find(provider.id());
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, ProviderConfiguration provider) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, ProviderConfiguration provider) {
        repositories.providerConfigurations().add(provider);
    }

    @Override
    public Optional<ProviderConfiguration> find(Repositories repositories, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<ProviderConfiguration> found(Repositories repositories, KnownRow row) {
        String name =
                LegacyTable.text(row, "name").strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        return repositories.providerConfigurations().find(name);
    }

    @Override
    public void update(Repositories repositories, ThreeWay<ProviderConfiguration> three) {
        ProviderConfiguration mine = three.mine();
        ProviderConfiguration after = mine.with(three.of(ProviderConfiguration::details), mine.updatedAt());
        if (!after.equals(mine)) {
            repositories.providerConfigurations().replace(after);
        }
    }
}
