package dev.atlas.domain.storage;

import java.time.Duration;
import java.util.Map;

/**
 * How long the change log of an engine that has one of its own keeps a change. The oplog of MongoDB forgets by its size.
 *
 * @param seen what every follower has seen, or nobody waits for, is kept this long for those who come back without having
 *     been registered; {@code ATLAS_CHANGES_KEPT}, an hour
 * @param age what is older is forgotten, whoever waits for it; {@code ATLAS_CHANGES_KEPT_AGE}, seven days
 * @param rows as many changes are kept at most, whoever waits for them; {@code ATLAS_CHANGES_KEPT_ROWS}, ten million
 */
public record ChangesKept(Duration seen, Duration age, int rows) {

    private static final String SEEN = "ATLAS_CHANGES_KEPT";
    private static final String AGE = "ATLAS_CHANGES_KEPT_AGE";
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Throws {@link CannotOpen} naming the setting that is wrong. */
    public static ChangesKept of(Map<String, String> environment) {
        EnvironmentSettings settings = new EnvironmentSettings(environment);
        Duration seen = settings.duration(SEEN, Duration.ofHours(1), LONGEST);
        Duration age = settings.duration(AGE, Duration.ofDays(7), LONGEST);
        if (seen.compareTo(age) > 0) {
            throw new CannotOpen(SEEN + " is more than " + AGE + ", which is " + age.toHours() + "h: set it lower, or "
                    + AGE + " higher.");
        }
        return new ChangesKept(seen, age, settings.count("ATLAS_CHANGES_KEPT_ROWS", 10_000_000, 1_000, 1_000_000_000));
    }
}
