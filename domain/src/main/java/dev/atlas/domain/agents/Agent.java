package dev.atlas.domain.agents;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who answers in a chat: a role, and how it is usually filled. Administrators may say otherwise ({@link AgentSettings}).
 * Source of models, temperatures, lengths and skills: usage reference, section 5.1.
 */
public enum Agent {
    OPS(
            "Operations",
            "Operations engineer",
            "Answers questions on what runs and what is there, and finds it.",
            "haiku",
            "0.4",
            8192),
    TRIAGE(
            "Triage",
            "First responder",
            "Sorts what comes in: what it is, how urgent it is, and who should look at it.",
            "haiku",
            "0.3",
            4096),
    ENGINEER(
            "Engineer",
            "Senior engineer",
            "Works through a problem in depth, from what is known to what should be done.",
            "sonnet",
            "0.5",
            16384),
    REVIEWER(
            "Reviewer",
            "Critical reader",
            "Reads results and plans, and says what is missing, unclear or wrong.",
            "haiku",
            "0.2",
            4096);

    /** Who answers if nobody else is named. */
    public static final Agent USUAL = OPS;

    private static final Map<String, Map<String, String>> MODELS = Map.of(
            "haiku",
            Map.of("anthropic", "claude-haiku-4-5-20251001", "openrouter", "anthropic/claude-haiku-4.5"),
            "sonnet",
            Map.of("anthropic", "claude-sonnet-4-5-20250929", "openrouter", "anthropic/claude-sonnet-4.5"));

    private static final List<String> OF_OPERATIONS =
            List.of("projects", "experiments", "jira", "netbox", "zabbix", "vcenter", "confluence");
    private static final List<String> OF_REVIEW = List.of("projects", "experiments", "jira", "confluence");

    private final String label;
    private final String role;
    private final String description;
    private final String model;
    private final String temperature;
    private final int maxTokens;

    Agent(String label, String role, String description, String model, String temperature, int maxTokens) {
        this.label = label;
        this.role = role;
        this.description = description;
        this.model = model;
        this.temperature = temperature;
        this.maxTokens = maxTokens;
    }

    /** The one of this id. */
    public static Optional<Agent> of(String id) {
        return Arrays.stream(values()).filter(agent -> agent.id().equals(id)).findFirst();
    }

    /** The one of this id. Throws {@link InvalidValue} naming {@code field} if there is none. */
    public static Agent of(String field, String id) {
        return of(id).orElseThrow(() -> new InvalidValue(
                field,
                "must be one of "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Agent::id).toList())));
    }

    /** The stable name, such as {@code ops}. */
    public String id() {
        return Words.of(this);
    }

    /** Its name, for people. */
    public String label() {
        return label;
    }

    /** What it is among people, in two or three words. */
    public String role() {
        return role;
    }

    /** What it is good for, in a sentence. */
    public String description() {
        return description;
    }

    /** How it answers unless administrators say otherwise. */
    public AgentDetails usual() {
        return new AgentDetails(
                null,
                new TreeMap<>(MODELS.getOrDefault(model, Map.of())),
                new BigDecimal(temperature),
                maxTokens,
                "You are the %s of a team that keeps its experiments in Atlas. %s Ask the tools rather than guess; say so if you do not know, and name what you found by its id."
                        .formatted(role.toLowerCase(Locale.ROOT), description),
                this == REVIEWER ? OF_REVIEW : OF_OPERATIONS);
    }
}
