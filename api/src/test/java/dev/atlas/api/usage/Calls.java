package dev.atlas.api.usage;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls of models that were made, as whoever makes them records them. */
record Calls(ServedAtlas atlas) {

    /** With 1,000 prompt and 500 completion tokens. */
    static ModelCall of(
            @Nullable String user,
            @Nullable String agent,
            String model,
            @Nullable String app,
            @Nullable Id<Project> project) {
        Id<User> caller = user == null ? null : Id.parse("user", user);
        return new ModelCall(
                new CallOrigin(caller, project, agent, null, null, app),
                "openai",
                model,
                new TokenCounts(1_000, 500, 0, true),
                new CallCourse(2_000L, 300L, true, CallOutcome.COMPLETED, "stop"));
    }

    UsageRecord made(ModelCall call, Instant at) {
        return made(new Id<>(UUID.randomUUID()), call, at);
    }

    UsageRecord made(Id<UsageRecord> id, ModelCall call, Instant at) {
        return atlas.storage()
                .write(to -> UsageRecording.record(to, id, call, at))
                .value();
    }
}
