package dev.atlas.application.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The form of personal tokens: {@code atlas_pat_} and 43 characters. Those of the predecessor, which go on working, have no
 * prefix. Source: decisions on tokens.
 */
final class PersonalTokenText {

    private static final String PREFIX = "atlas_pat_";
    private static final Pattern FORM = Pattern.compile("(?:" + PREFIX + ")?[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    private PersonalTokenText() {}

    static String make(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static boolean looksLikeOne(String bearer) {
        return FORM.matcher(bearer).matches();
    }
}
