package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.domain.providers.ChatDefaults;

/** Who answers a turn, where, and by which settings. */
record TurnPlan(ModelEndpoint endpoint, String model, ChatDefaults defaults, Voice voice) {

    Allowance allowance(Caller caller) {
        return new Allowance(caller.user(), defaults.limits());
    }
}
