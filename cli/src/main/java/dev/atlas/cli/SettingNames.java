package dev.atlas.cli;

import dev.atlas.domain.storage.CannotOpen;
import java.util.List;
import java.util.Map;

/** The names that settings have. One that is misspelt would be taken for absent, and another engine served than was meant. */
final class SettingNames {

    /** All that any part of Atlas reads; a test compares it with the sources. */
    static final List<String> KNOWN = List.of(
            "ATLAS_ADMIN_PASSWORD",
            "ATLAS_BOTS_KEPT",
            "ATLAS_BOTS_SLACK_URL",
            "ATLAS_BOTS_TEAMS_URL",
            "ATLAS_BOTS_TELEGRAM_URL",
            "ATLAS_CHANGES_KEPT",
            "ATLAS_CHANGES_KEPT_AGE",
            "ATLAS_CHANGES_KEPT_ROWS",
            "ATLAS_CHAT_CALL_SECONDS",
            "ATLAS_CHAT_KEPT",
            "ATLAS_CHAT_LOST_SECONDS",
            "ATLAS_CHAT_ROUNDS",
            "ATLAS_CHAT_TOOL_SECONDS",
            "ATLAS_DATA",
            "ATLAS_HOST",
            "ATLAS_LOG_FORMAT",
            "ATLAS_LOG_LEVEL",
            "ATLAS_MONGODB_CONNECT_TIMEOUT",
            "ATLAS_MONGODB_POOL",
            "ATLAS_MONGODB_QUEUE_TIMEOUT",
            "ATLAS_MONGODB_RETRY_TIMEOUT",
            "ATLAS_MONGODB_SELECTION_TIMEOUT",
            "ATLAS_MONGODB_SOCKET_TIMEOUT",
            "ATLAS_MONGODB_TRANSACTION_LIFE",
            "ATLAS_MONGODB_URL",
            "ATLAS_PORT",
            "ATLAS_POSTGRES_CONNECT_TIMEOUT",
            "ATLAS_POSTGRES_POOL",
            "ATLAS_POSTGRES_QUEUE_TIMEOUT",
            "ATLAS_POSTGRES_SOCKET_TIMEOUT",
            "ATLAS_POSTGRES_STATEMENT_TIMEOUT",
            "ATLAS_POSTGRES_URL",
            "ATLAS_SECRET_KEY",
            "ATLAS_SQLITE_BUSY_TIMEOUT",
            "ATLAS_SQLITE_GROUP",
            "ATLAS_SQLITE_KEPT",
            "ATLAS_SQLITE_QUEUE_TIMEOUT",
            "ATLAS_SQLITE_READERS",
            "ATLAS_SQLITE_URL",
            "ATLAS_STOP_TIMEOUT",
            "ATLAS_STORAGE_BACKEND",
            "ATLAS_STORAGE_COMPARE",
            "ATLAS_STORAGE_MIRROR",
            "ATLAS_STORAGE_MIRROR_URL",
            "ATLAS_STORAGE_URL",
            "ATLAS_TRUSTED_PROXIES");

    private static final String PREFIX = "ATLAS_";

    /** Longer names may differ in two letters; of the short ones, too many are another word then. */
    private static final int LONG = PREFIX.length() + 8;

    private SettingNames() {}

    /** Throws {@link CannotOpen} naming a variable that is nearly a setting. Others may be somebody else's. */
    static void check(Map<String, String> environment) {
        for (String name : environment.keySet().stream().sorted().toList()) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                KNOWN.stream().filter(known -> near(name, known)).findFirst().ifPresent(meant -> {
                    throw new CannotOpen("%s is no setting of Atlas: write %s if you mean that, or remove it."
                            .formatted(name, meant));
                });
            }
        }
    }

    private static boolean near(String name, String known) {
        return distance(name, known) <= (known.length() < LONG ? 1 : 2);
    }

    /** Letters that are wrong, missing, too many or exchanged with the next one. */
    private static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : fewest(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int fewest(int[][] steps, String left, String right, int i, int j) {
        int changed = steps[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean exchanged = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return exchanged ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
    }
}
