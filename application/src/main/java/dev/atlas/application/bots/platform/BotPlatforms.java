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

    private final Map<BotPlatform, URI> elsewhere = new EnumMap<>(BotPlatform.class);
    private volatile Map<BotPlatform, BotPlatformAdapter> found = Map.of();

    /**
     * @param environment may say where platforms are: {@code ATLAS_BOTS_TELEGRAM_URL} and so on
     * @throws CannotOpen if one of these is no address
     */
    public BotPlatforms(Map<String, String> environment) {
        for (BotPlatform platform : BotPlatform.values()) {
            String text = environment.get(setting(platform));
            if (text != null && !text.isBlank()) {
                elsewhere.put(platform, address(setting(platform), text.strip()));
            }
        }
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

    private static URI address(String setting, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && text.matches("https?://.*")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // no address at all
        }
        throw new CannotOpen(setting + " must be an address such as https://bots.example.org.");
    }

    private static Map<BotPlatform, BotPlatformAdapter> load() {
        Map<BotPlatform, BotPlatformAdapter> all = new EnumMap<>(BotPlatform.class);
        ServiceLoader.load(BotPlatformAdapter.class).forEach(adapter -> all.put(adapter.platform(), adapter));
        return Map.copyOf(all);
    }

    /** Where the platform is. */
    URI api(BotPlatformAdapter adapter) {
        return elsewhere.getOrDefault(adapter.platform(), adapter.api());
    }
}
