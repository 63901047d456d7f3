package dev.atlas.application.bots.platform;

import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.CannotOpen;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The platforms on the class path; looked for when the first is needed, as a server starts sooner without. */
public final class BotPlatforms {

    private final Map<String, String> environment;
    private volatile Map<BotPlatform, BotPlatformAdapter> found = Map.of();

    /** @param environment may say where platforms are: {@code ATLAS_BOTS_TELEGRAM_URL} and so on */
    public BotPlatforms(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Empty if there is none for it. */
    public Optional<BotPlatformAdapter> adapter(BotPlatform platform) {
        if (found.isEmpty()) {
            found = load();
        }
        return Optional.ofNullable(found.get(platform));
    }

    private static String setting(BotPlatform platform) {
        return switch (platform) {
            case TELEGRAM -> "ATLAS_BOTS_TELEGRAM_URL";
            case SLACK -> "ATLAS_BOTS_SLACK_URL";
            case TEAMS -> "ATLAS_BOTS_TEAMS_URL";
        };
    }

    private static Map<BotPlatform, BotPlatformAdapter> load() {
        Map<BotPlatform, BotPlatformAdapter> all = new EnumMap<>(BotPlatform.class);
        ServiceLoader.load(BotPlatformAdapter.class).forEach(adapter -> all.put(adapter.platform(), adapter));
        return Map.copyOf(all);
    }

    /**
     * Where the platform is.
     *
     * @throws CannotOpen if the setting is no address
     */
    URI api(BotPlatformAdapter adapter) {
        String setting = setting(adapter.platform());
        String text = environment.get(setting);
        if (text == null || text.isBlank()) {
            return adapter.api();
        }
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new CannotOpen(setting + " must be an address such as " + adapter.api() + ".");
        }
    }
}
