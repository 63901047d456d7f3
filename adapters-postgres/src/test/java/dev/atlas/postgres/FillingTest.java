package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.Await;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is put aside while a store is being filled is there again afterwards, whatever happens in between. */
class FillingTest {

    private static final String RULES = """
            select pg_get_indexdef(indexrelid) from pg_index where indrelid::regclass::text not like 'pg_%'
            union all
            select conrelid::regclass::text || ' ' || conname || ' ' || convalidated::text || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where conrelid <> 0
            union all
            select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal""";

    private final String url = PostgresServer.shared().createDatabase();
    private Storage storage = open();

    @AfterEach
    void drop() {
        storage.close();
        PostgresServer.shared().dropDatabase(url);
    }

    @Test
    void it_is_aside_while_the_store_is_filled_and_back_afterwards() throws SQLException {
        Set<String> before = rules();
        Position start = storage.changes().position();
        User owner = Samples.user("ann");

        String answer = storage.fill(kinds("users", "projects"), () -> {
            Set<String> missing = new TreeSet<>(before);
            missing.removeAll(unchecked());
            assertThat(missing)
                    .anyMatch(rule -> rule.contains("INDEX users_username"))
                    .anyMatch(rule -> rule.contains("INDEX projects_tags"))
                    .anyMatch(rule -> rule.contains("projects_owner"))
                    .anyMatch(rule -> rule.contains("log_projects_insert"))
                    .noneMatch(rule -> rule.contains("_id ") || rule.contains("sessions"));
            add(owner);
            storage.write(repositories -> repositories.projects().add(Samples.project(owner, "one")));
            return "filled";
        });

        assertThat(answer).isEqualTo("filled");
        assertThat(rules()).isEqualTo(before);
        assertThat(storage.changes().read(start, 10, Duration.ZERO)).isInstanceOf(Changes.Trimmed.class);
        Position then = storage.changes().position();
        add(Samples.user("bob"));
        assertThat(storage.changes().read(then, 10, Duration.ZERO))
                .isInstanceOfSatisfying(Changes.Batch.class, batch -> assertThat(batch.transactions())
                        .hasSize(1));
    }

    @Test
    void what_was_put_can_be_looked_at_while_it_is_brought_back() throws SQLException {
        Set<String> before = rules();
        User ann = Samples.user("ann");

        String seen = storage.fill(kinds("users"), () -> add(ann), position -> {
            Await.until(Duration.ofSeconds(30), () -> unchecked().equals(before), () -> "not back while looking");
            return storage.read(repositories -> repositories.users().find(ann.id()))
                    .map(user -> user.username().value())
                    .orElse("nobody");
        });

        assertThat(seen).isEqualTo("ann");
    }

    @Test
    void it_is_brought_back_also_if_looking_fails() throws SQLException {
        Set<String> before = rules();

        assertThatThrownBy(() -> storage.fill(kinds("users"), () -> add(Samples.user("ann")), position -> {
                    throw new IllegalStateException("seen enough of " + position);
                }))
                .hasMessageStartingWith("seen enough");

        assertThat(rules()).isEqualTo(before);
    }

    /** As after a process that was killed: it has put aside what it never brings back. */
    @Test
    void whoever_opens_the_store_brings_back_what_a_process_that_was_killed_has_put_aside() throws SQLException {
        Set<String> before = rules();
        Position start = storage.changes().position();
        begin("users", "projects");
        begin("users", "sessions");
        add(Samples.user("ann"));
        assertThat(rules()).isNotEqualTo(before);

        storage.close();
        storage = open();

        assertThat(rules()).isEqualTo(before);
        assertThat(storage.changes().read(start, 10, Duration.ZERO)).isInstanceOf(Changes.Trimmed.class);
    }

    @Test
    void it_is_brought_back_also_if_the_work_fails() throws SQLException {
        Set<String> before = rules();

        assertThatThrownBy(() -> storage.fill(kinds("users"), () -> {
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");

        assertThat(rules()).isEqualTo(before);
    }

    /** The store can be opened all the same, so that whoever fills it can put that right. */
    @Test
    void records_that_break_a_rule_are_found_in_the_end() throws SQLException {
        Set<String> before = rules();
        User twice = Samples.user("ann");

        assertThatThrownBy(() -> storage.fill(kinds("users"), () -> {
                    add(twice);
                    add(Samples.user("ann"));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.rule()).isEqualTo("users_username"));

        storage.close();
        storage = open();
        assertThat(rules()).isNotEqualTo(before);

        storage.fill(
                kinds("users"),
                () -> storage.write(repositories -> repositories.users().remove(twice.id())));
        assertThat(rules()).isEqualTo(before);
    }

    private Storage open() {
        return new Backend().open(url, Map.of("ATLAS_POSTGRES_STATEMENT_TIMEOUT", "60s"));
    }

    private void begin(String... names) throws SQLException {
        new Filling(new Connections(BackendSettings.of(url, Map.of())).forMigrating()).begin(kinds(names));
    }

    private Position add(User user) {
        return storage.write(repositories -> repositories.users().add(user)).position();
    }

    private List<Kind> kinds(String... names) {
        Set<String> wanted = Set.of(names);
        return storage.read(repositories -> repositories.records().kinds()).stream()
                .filter(kind -> wanted.contains(kind.name()))
                .toList();
    }

    private Set<String> unchecked() {
        try {
            return rules();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> rules() throws SQLException {
        try (Connection connection = PostgresServer.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RULES)) {
            Set<String> rules = new TreeSet<>();
            while (rows.next()) {
                rules.add(rows.getString(1));
            }
            return rules;
        }
    }
}
