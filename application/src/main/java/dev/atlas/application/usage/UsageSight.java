package dev.atlas.application.usage;

import dev.atlas.application.Caller;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.usage.UsageFilter;

/** Whose usage a question is about. */
enum UsageSight {
    /** Everybody's; for those who may see it. */
    ALL {
        @Override
        UsageFilter of(Caller caller, UsageFilter wanted) {
            caller.require(Permission.USAGE_VIEW);
            return wanted;
        }
    },
    /** The caller's own, whatever else is asked for. */
    OWN {
        @Override
        UsageFilter of(Caller caller, UsageFilter wanted) {
            caller.require(Permission.CHAT_USE);
            return wanted.of(caller.user());
        }
    };

    /** What of that which is wanted the caller may see. Throws {@link dev.atlas.application.Refusal.NotAllowed} if nothing. */
    abstract UsageFilter of(Caller caller, UsageFilter wanted);
}
