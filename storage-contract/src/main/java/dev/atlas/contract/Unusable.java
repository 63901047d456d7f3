package dev.atlas.contract;

import java.util.Map;

/**
 * Where no store can be opened.
 *
 * @param what is wrong there
 * @param settings beside the URL
 * @param reason a part of the sentence that people are told
 */
public record Unusable(String what, String url, Map<String, String> settings, String reason) {

    /** The only password that {@code url} may hold. Nobody is told it. */
    public static final String PASSWORD = "s3cr3t-of-the-test";

    @Override
    public String toString() {
        return what;
    }
}
