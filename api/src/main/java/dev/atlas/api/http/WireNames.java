package dev.atlas.api.http;

import dev.atlas.domain.identity.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How names of the code are written on the wire. */
public final class WireNames {

    private WireNames() {}

    /** A member's or parameter's name in snake_case: {@code nWindows} is {@code n_windows}. */
    public static String of(String javaName) {
        StringBuilder wire = new StringBuilder(javaName.length() + 4);
        for (int i = 0; i < javaName.length(); i++) {
            char c = javaName.charAt(i);
            if (Character.isUpperCase(c)) {
                if (i > 0 && !Character.isUpperCase(javaName.charAt(i - 1))) {
                    wire.append('_');
                }
                wire.append(Character.toLowerCase(c));
            } else {
                wire.append(c);
            }
        }
        return wire.toString();
    }

    /** The word for a constant. */
    public static String of(Enum<?> constant) {
        return constant instanceof Permission permission
                ? permission.id()
                : constant.name().toLowerCase(Locale.ROOT);
    }

    /** The words for all constants of an enum, in their order. */
    public static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }
}
