package dev.atlas.domain.providers;

import dev.atlas.domain.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a provider of models is spoken to. */
public enum ProviderKind {
    OPENAI("OpenAI", "https://api.openai.com/v1", true, List.of("openai"), List.of("OPENAI_API_KEY")),
    /** Has no address of its own: every customer has another one. */
    AZURE_OPENAI("Azure OpenAI", null, true, List.of("azure_openai"), List.of("AZURE_OPENAI_API_KEY")),
    ANTHROPIC(
            "Anthropic",
            "https://api.anthropic.com/v1",
            true,
            List.of("anthropic", "claude"),
            List.of("ANTHROPIC_API_KEY")),
    GEMINI(
            "Google Gemini",
            "https://generativelanguage.googleapis.com/v1beta",
            true,
            List.of("gemini", "google"),
            List.of("GEMINI_API_KEY", "GOOGLE_API_KEY")),
    OPENROUTER(
            "OpenRouter", "https://openrouter.ai/api/v1", true, List.of("openrouter"), List.of("OPENROUTER_API_KEY")),
    OLLAMA("Ollama", "http://127.0.0.1:11434", false, List.of("ollama"), List.of("OLLAMA_API_KEY")),
    /** Whoever else speaks as OpenAI does; has no address of its own. */
    OPENAI_COMPATIBLE("OpenAI-compatible", null, false, List.of(), List.of());

    private final String label;
    private final @Nullable String address;
    private final boolean needsKey;
    private final List<String> credentials;
    private final List<String> environment;

    ProviderKind(
            String label,
            @Nullable String address,
            boolean needsKey,
            List<String> credentials,
            List<String> environment) {
        this.label = label;
        this.address = address;
        this.needsKey = needsKey;
        this.credentials = credentials;
        this.environment = environment;
    }

    /** The stable name, such as {@code openai}; also that of the provider everybody means by it. */
    public String id() {
        return Words.of(this);
    }

    /** Its name, for people. */
    public String label() {
        return label;
    }

    /** Where it is unless somebody says otherwise; absent if it is somewhere else for everybody. */
    public @Nullable String address() {
        return address;
    }

    /** True if it answers nobody without a key. */
    public boolean needsKey() {
        return needsKey;
    }

    /** Under which names credentials for it are kept, the usual one first. Source: identity reference, section 2.2. */
    public List<String> credentials() {
        return credentials;
    }

    /** Environment names of its key, the usual one first. Source: identity reference, section 4.8. */
    public List<String> environment() {
        return environment;
    }

    /** True if there is one such provider that everybody means, and which is there without being set up. */
    public boolean builtIn() {
        return this != OPENAI_COMPATIBLE;
    }
}
