package dev.atlas.application.providers;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.storage.CannotOpen;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the environment says of providers; blank is the same as nothing. Names: identity reference, section 4.8. */
final class ProviderEnvironment {

    private final Map<String, String> environment;

    /** Throws {@link CannotOpen} naming a variable that cannot be what it should be. */
    ProviderEnvironment(Map<String, String> environment) {
        this.environment = environment;
        for (ProviderKind kind : ProviderKind.values()) {
            address(kind);
        }
        defaults();
    }

    @Nullable
    String key(ProviderKind kind) {
        return first(kind.environment());
    }

    @Nullable
    String defaultModel(ProviderKind kind) {
        return first(
                switch (kind) {
                    case ANTHROPIC -> List.of("ANTHROPIC_DEFAULT_MODEL", "CHAT_DEFAULT_MODEL_CLAUDE");
                    default -> List.of(upper(kind) + "_DEFAULT_MODEL", "CHAT_DEFAULT_MODEL_" + upper(kind));
                });
    }

    @Nullable
    URI address(ProviderKind kind) {
        String name = kind == ProviderKind.AZURE_OPENAI ? "AZURE_OPENAI_ENDPOINT" : upper(kind) + "_BASE_URL";
        return read(name, text -> ProviderDetails.address(name, text));
    }

    @Nullable
    String azureDeployment() {
        return first(List.of("AZURE_OPENAI_DEPLOYMENT"));
    }

    @Nullable
    String apiVersion() {
        return first(List.of("AZURE_OPENAI_API_VERSION"));
    }

    /** How chats are answered as long as administrators have set nothing. */
    ChatDefaults defaults() {
        ChatDefaults usual = ChatDefaults.USUAL;
        String provider = read("CHAT_DEFAULT_PROVIDER", text -> ProviderConfiguration.id("provider", named(text)));
        BigDecimal temperature =
                read("CHAT_DEFAULT_TEMPERATURE", text -> ChatDefaults.temperature("temperature", new BigDecimal(text)));
        return new ChatDefaults(
                provider == null ? usual.defaultProvider() : provider,
                usual.maxTokens(),
                temperature == null ? usual.temperature() : temperature,
                usual.systemPrompt(),
                usual.toolsEnabled(),
                usual.streamingEnabled(),
                usual.limits());
    }

    /** The predecessor called one of them otherwise. */
    private static String named(String text) {
        String id = text.toLowerCase(Locale.ROOT);
        return Stream.of(ProviderKind.values())
                .filter(kind -> kind.credentials().contains(id))
                .map(ProviderKind::id)
                .findFirst()
                .orElse(id);
    }

    private static String upper(ProviderKind kind) {
        return kind.name();
    }

    private @Nullable String first(List<String> names) {
        return names.stream()
                .map(environment::get)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private <T> @Nullable T read(String name, Function<String, T> reading) {
        String text = first(List.of(name));
        try {
            return text == null ? null : reading.apply(text);
        } catch (InvalidValue e) {
            throw new CannotOpen(name + " " + e.getMessage() + ".");
        } catch (NumberFormatException e) {
            throw new CannotOpen(name + " must be a number.");
        }
    }
}
