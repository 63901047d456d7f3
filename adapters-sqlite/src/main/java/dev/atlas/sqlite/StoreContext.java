package dev.atlas.sqlite;

import dev.atlas.persistence.sql.SqlContext;
import io.micronaut.context.ApplicationContext;

/** The beans of one open store. */
final class StoreContext {

    private static final SqlContext CONTEXT = new SqlContext("sqlite", "ANSI", "atlas-adapters-postgres-");

    private StoreContext() {}

    static ApplicationContext open() {
        return CONTEXT.open();
    }
}
