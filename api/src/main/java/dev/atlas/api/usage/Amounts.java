package dev.atlas.api.usage;

import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exact decimals as texts, such as {@code 1.25}. */
public final class Amounts {

    /** Just what the domain takes, as it is told in the OpenAPI document. */
    public static final String FORM = "^[0-9]{1,6}(\\.[0-9]{1,12})?$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Amounts() {}

    /** Throws {@link InvalidValue} naming {@code field} for a text that is none; absent stays absent. */
    public static @Nullable BigDecimal read(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!PATTERN.matcher(text).matches()) {
            throw new InvalidValue(
                    field, "must be a decimal such as 1.25, of at most 6 digits before the point and 12 behind it");
        }
        return new BigDecimal(text);
    }
}
