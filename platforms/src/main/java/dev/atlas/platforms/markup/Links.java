package dev.atlas.platforms.markup;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses become links. Definitions can be used again and again, so there is an end to how much they add to a document.
 */
final class Links {

    private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "mailto");

    /** With its ampersands escaped: a link must leave room for its text in any message. */
    private static final int LONGEST = 1_000;

    private static final String UNSAFE = "\"<>\\^`{|}";

    private int left;

    /** @param length of the document */
    Links(int length) {
        this.left = length + 20_000;
    }

    /** The address as it may stand in an attribute or between angles; null if it does not become a link. */
    @Nullable
    String safe(String address) {
        int colon = address.indexOf(':');
        if (colon < 1 || !SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (address.length() > LONGEST) {
            return null;
        }
        String encoded = encoded(address);
        long ampersands = encoded.chars().filter(c -> c == '&').count();
        return encoded.length() + 4 * ampersands > LONGEST || !spend(encoded.length()) ? null : encoded;
    }

    /** True if there is room for that much more. */
    boolean spend(int length) {
        if (length > left) {
            return false;
        }
        left -= length;
        return true;
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length());
        address.codePoints().forEach(point -> {
            if (point <= ' ' || point == 0x7F || UNSAFE.indexOf(point) >= 0 || Character.isWhitespace(point)) {
                for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xFF));
                }
            } else {
                encoded.appendCodePoint(point);
            }
        });
        return encoded.toString();
    }
}
