package dev.atlas.postgres;

import dev.atlas.persistence.sql.SqlContext;
import io.micronaut.context.ApplicationContext;

/** The beans of one open store. */
final class StoreContext {

    private static final SqlContext CONTEXT = new SqlContext("postgres", "POSTGRES", "atlas-adapters-sqlite-");

    private StoreContext() {}

    static ApplicationContext open() {
        return CONTEXT.open();
    }
}
