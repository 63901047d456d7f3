package dev.atlas.postgres;

import dev.atlas.domain.storage.Kind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts aside what makes many records slow to put, and brings it back: the indexes of their tables but the keys, the
 * references to other tables, and the trigger that logs what is inserted. The statements that bring it back are kept in the
 * table {@code store}, by the same transaction that puts it aside; so whatever happens in between, whoever opens the store
 * next does it.
 */
record Filling(DataSource source) {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);

    private static final String FACT = "put_aside";

    private static final String ASIDE = "select value from store where name = '" + FACT + "'";

    /** Names in full, so that it does not matter on which search path the statements are run. */
    private static final String IN_FULL = "select set_config('search_path', 'pg_catalog', true)";

    private static final String FIND = """
            with filled as (
                select relation.oid, format('%I.%I', space.nspname, relation.relname) as name, relation.relname
                from pg_class relation join pg_namespace space on space.oid = relation.relnamespace
                where space.nspname = ? and relation.relkind = 'r' and relation.relname = any(?)
            )
            select 1, filled.name, format('drop index %I.%I', ?, index.relname), pg_get_indexdef(index.oid)
            from filled join pg_index on indrelid = filled.oid join pg_class index on index.oid = indexrelid
            where not exists (select from pg_constraint where conindid = index.oid)
            union all
            select 2, filled.name, format('alter table %s drop constraint %I', filled.name, conname),
                format('alter table %s add constraint %I %s', filled.name, conname, pg_get_constraintdef(rule.oid))
            from filled join pg_constraint rule on conrelid = filled.oid and contype = 'f'
            union all
            select 3, filled.name, format('alter table %s disable trigger %I', filled.name, tgname),
                format('alter table %s enable trigger %I', filled.name, tgname)
            from filled join pg_trigger on tgrelid = filled.oid
            where tgname = 'log_' || filled.relname || '_insert' and tgenabled <> 'D'
            order by 1, 2, 4""";

    private static final String KEEP = """
            insert into store values (?, ?)
            on conflict (name) do update set value = store.value || excluded.value""";

    /** What was inserted meanwhile is not in the log: whoever follows from before has to start over. */
    private static final String FORGOTTEN = """
            insert into store values ('changes_forgotten', coalesce(
                ?::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text)
            on conflict (name) do update
            set value = greatest(store.value::bigint, excluded.value::bigint)::text""";

    /** Nobody is waited for longer who holds one of the tables. */
    private static final String PATIENCE = "set local lock_timeout = '30s'";

    /** Puts aside what is there of it. */
    void begin(List<Kind> kinds) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(StoreSchema.LOCK);
            statement.execute(PATIENCE);
            StringBuilder aside = new StringBuilder();
            StringBuilder back = new StringBuilder();
            find(connection, kinds, aside, back);
            if (!back.isEmpty()) {
                keep(connection, back.toString());
                statement.execute(aside.toString());
            }
            connection.commit();
        }
    }

    private static void find(Connection connection, List<Kind> kinds, StringBuilder aside, StringBuilder back)
            throws SQLException {
        String schema = connection.getSchema();
        String path = text(connection, "select current_setting('search_path')");
        text(connection, IN_FULL);
        Array names =
                connection.createArrayOf("text", kinds.stream().map(Kind::name).toArray());
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, schema);
            statement.setArray(2, names);
            statement.setString(3, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    aside.append(rows.getString(3)).append(";\n");
                    back.append(rows.getString(4)).append(";\n");
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("select set_config('search_path', ?, true)")) {
            statement.setString(1, path);
            statement.execute();
        }
    }

    private static void keep(Connection connection, String back) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, FACT);
            statement.setString(2, back);
            statement.execute();
        }
    }

    /**
     * Brings everything back, unless somebody has done it.
     *
     * @param last the highest position at which something was put meanwhile; null where that is not known
     * @throws SQLException among others because of records that break a rule; then nothing is changed
     */
    void end(@Nullable Long last) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(StoreSchema.LOCK);
            statement.execute(PATIENCE);
            String back = text(connection, ASIDE);
            if (back != null) {
                statement.execute(back);
                forget(connection, last);
                statement.execute("delete from store where name = '" + FACT + "'");
            }
            connection.commit();
        }
    }

    /**
     * Brings back what a process that was killed has put aside. Records that break a rule are left to whoever fills the
     * store again: they are a part of what it was to be filled with, and it is not served.
     *
     * @param looking without a transaction
     * @return false because of such records
     */
    boolean recover(Connection looking) throws SQLException {
        if (text(looking, ASIDE) == null) {
            return true;
        }
        try {
            end(null);
            return true;
        } catch (SQLException e) {
            if (StoreErrors.breaksRule(e)) {
                LOG.warn("What was put aside to fill the store stays so, as the records break a rule", e);
                return false;
            }
            throw e;
        }
    }

    private static void forget(Connection connection, @Nullable Long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGOTTEN)) {
            statement.setObject(1, last, Types.BIGINT);
            statement.execute();
        }
    }

    private static @Nullable String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
