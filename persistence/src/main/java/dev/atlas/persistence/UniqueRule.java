package dev.atlas.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A unique index of a kind, partial or not. The index bears {@link #name()} on PostgreSQL and MongoDB; SQLite names only
 * the columns when it refuses a row, so they are told here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(UniqueRule.All.class)
public @interface UniqueRule {

    String name();

    /** In the order of the index. */
    String[] columns();

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        UniqueRule[] value();
    }
}
