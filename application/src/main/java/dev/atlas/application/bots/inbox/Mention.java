package dev.atlas.application.bots.inbox;

import dev.atlas.domain.agents.Agent;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To whom a text is said, and what is said. Whoever is named answers from then on, until somebody else is.
 *
 * @param named true if somebody is named
 * @param agent who is named; absent for the usual one
 */
record Mention(boolean named, @Nullable String agent, String text) {

    private static final Pattern MENTION = Pattern.compile("@(\\w+)\\s+(\\S.*)", Pattern.DOTALL);

    /** Whoever answers usually. */
    private static final Set<String> USUAL = Set.of("atlas", "help");

    /** An unknown name is a part of the text, as is a name with nothing after it. */
    static Mention of(String text) {
        Matcher matcher = MENTION.matcher(text.strip());
        if (!matcher.matches()) {
            return new Mention(false, null, text);
        }
        if (USUAL.contains(matcher.group(1))) {
            return new Mention(true, null, matcher.group(2));
        }
        Optional<Agent> agent = Agent.of(matcher.group(1));
        return agent.map(found -> new Mention(true, found.id(), matcher.group(2)))
                .orElse(new Mention(false, null, text));
    }

    /** Who answers, if it was this one until now. */
    @Nullable
    String answering(@Nullable String before) {
        return named ? agent : before;
    }
}
