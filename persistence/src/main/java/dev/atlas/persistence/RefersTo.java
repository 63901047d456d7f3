package dev.atlas.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component holds the key of a row of another kind. The SQL engines have a foreign key for it; where an engine has
 * none, the unit of work checks it. Every engine refuses a dangling one by the rule {@code reference}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface RefersTo {

    Class<? extends Record> value();

    WhenGone whenGone();

    /** What happens to the row when the one it refers to is removed. */
    enum WhenGone {
        /** It goes too. */
        REMOVE,
        /** The other one cannot be removed. */
        REFUSE,
        /** The reference becomes absent. */
        CLEAR
    }
}
