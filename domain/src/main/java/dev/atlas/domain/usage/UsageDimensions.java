package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Text;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import org.jspecify.annotations.Nullable;

/** What calls have in common that are added up together; what is absent differs among them, or none of them has it. */
public record UsageDimensions(
        @Nullable Id<User> user,
        @Nullable Id<Project> project,
        @Nullable String agent,
        @Nullable String provider,
        @Nullable String model) {

    /** Of any calls. */
    public static final UsageDimensions NONE = new UsageDimensions(null, null, null, null, null);

    public UsageDimensions {
        agent = Text.storableOrNull("agent", agent, PriceEntry.LONGEST_MODEL);
        provider = Text.storableOrNull("provider", provider, PriceEntry.LONGEST_MODEL);
        model = Text.storableOrNull("model", model, PriceEntry.LONGEST_MODEL);
    }

    /** As finely as this scope tells a call apart. */
    public static UsageDimensions of(ModelCall call, RollupScope scope) {
        CallOrigin origin = call.origin();
        return switch (scope) {
            case EVERYBODY -> new UsageDimensions(null, null, null, call.provider(), call.model());
            case EACH ->
                new UsageDimensions(origin.userId(), origin.projectId(), origin.agent(), call.provider(), call.model());
        };
    }

    /** What is left of them when calls are told apart by this alone. */
    public UsageDimensions by(UsageGrouping grouping) {
        return switch (grouping) {
            case NOTHING, TIME -> NONE;
            case PROVIDER -> new UsageDimensions(null, null, null, provider, null);
            case MODEL -> new UsageDimensions(null, null, null, provider, model);
            case USER -> new UsageDimensions(user, null, null, null, null);
            case PROJECT -> new UsageDimensions(null, project, null, null, null);
            case AGENT -> new UsageDimensions(null, null, agent, null, null);
        };
    }
}
