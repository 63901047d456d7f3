package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.identity.RoleAdministration.RoleChanges;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two people do at the same moment, on every engine: rules over several records hold all the same. */
class RacesTest {

    /** Where a race is run. */
    enum On {
        SQLITE,
        POSTGRES,
        MONGO;

        StorageEngine engine() {
            return switch (this) {
                case SQLITE -> new dev.atlas.sqlite.Backend();
                case POSTGRES -> new dev.atlas.postgres.Backend();
                case MONGO -> new dev.atlas.mongo.Backend();
            };
        }

        String newStore(Path folder) {
            return switch (this) {
                case SQLITE -> "sqlite:" + folder.resolve("atlas.db");
                case POSTGRES -> PostgresServer.shared().createDatabase();
                case MONGO -> MongoServer.shared().createDatabase();
            };
        }
    }

    private @Nullable Storage storage;

    /** Those the build asks for. */
    static List<On> engines() {
        String asked = System.getProperty("atlas.test.engines", "sqlite,postgres,mongo");
        return Arrays.stream(asked.split(",", -1))
                .map(name -> On.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
    }

    private Node node(On on, Path folder) {
        Storage opened = on.engine().open(on.newStore(folder), Map.of());
        storage = opened;
        return Node.ready(opened, Keyring.of(Map.of("ATLAS_DATA", folder.toString())));
    }

    @AfterEach
    void close() {
        if (storage != null) {
            storage.close();
        }
    }

    /*
     * Two administrators, and no other: each takes the role from the other at the same moment.
     * - One succeeds. The other is refused, and stays.
     */
    @ParameterizedTest
    @MethodSource("engines")
    void twoAdministratorsDoNotRemoveEachOther(On on, @TempDir Path folder) {
        Node node = node(on, folder);
        Caller first = node.admin();
        node.user(first, "second", "admin");
        Caller second = node.caller(node.signIn("second").access());
        List<Caller> callers = List.of(first, second);

        List<String> ends = Together.run(
                2,
                i -> refusal(() -> node.identity
                        .users()
                        .change(callers.get(i), callers.get(1 - i).user(), node.toRole("member"), null)));

        assertThat(ends).containsExactlyInAnyOrder("done", "user.last_administrator");
    }

    /*
     * Two roles administer, one user each: both roles lose that at the same moment.
     * - One stays.
     */
    @ParameterizedTest
    @MethodSource("engines")
    void twoRolesDoNotStopAdministeringTogether(On on, @TempDir Path folder) {
        Node node = node(on, folder);
        Caller admin = node.admin();
        node.role(admin, "chief", Permission.USER_MANAGE, Permission.ROLE_MANAGE);
        node.user(admin, "chief", "chief");
        RoleChanges less = new RoleChanges(Change.kept(), Change.kept(), Change.to(Set.of(Permission.USER_MANAGE)));
        List<String> roles = List.of("admin", "chief");

        List<String> ends =
                Together.run(2, i -> refusal(() -> node.identity.roles().change(admin, roles.get(i), less, null)));

        assertThat(ends).containsExactlyInAnyOrder("done", "user.last_administrator");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void ofTenWhoCreateOneUserOneDoes(On on, @TempDir Path folder) {
        Node node = node(on, folder);
        Caller admin = node.admin();

        List<String> ends = Together.run(10, i -> refusal(() -> node.user(admin, "ann", "member")));

        assertThat(ends).containsOnlyOnce("done");
        assertThat(ends).filteredOn(end -> !end.equals("done")).containsOnly("user.username_taken");
    }

    /*
     * A role is removed while it is given to a user.
     * - Either it is in use and stays, or it is gone and given to nobody.
     */
    @ParameterizedTest
    @MethodSource("engines")
    void nobodyGetsARoleThatIsBeingRemoved(On on, @TempDir Path folder) {
        Node node = node(on, folder);
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");

        Together.run(
                2,
                i -> i == 0
                        ? refusal(() -> node.identity.roles().remove(admin, "viewer", null))
                        : attempt(() -> node.identity.users().change(admin, ann.id(), node.toRole("viewer"), null)));

        List<Role> roles = Node.await(node.identity.roles().list(admin));
        User after = Node.await(node.identity.users().get(admin, ann.id()));
        assertThat(roles).extracting(Role::name).contains(after.role());
    }

    /*
     * One client sends its refresh token several times at once, as browsers with many tabs do.
     * - All get the same new token, which is good.
     */
    @ParameterizedTest
    @MethodSource("engines")
    void refreshesOfOneTokenAtOnceGetOneAnswer(On on, @TempDir Path folder) {
        Node node = node(on, folder);
        Tokens first = node.signIn("admin");

        List<String> tokens = Together.run(4, i -> node.identity
                .sessionRenewal()
                .renew(first.refresh(), Node.DESK)
                .value()
                .refresh());

        assertThat(Set.copyOf(tokens)).hasSize(1).doesNotContain(first.refresh());
        node.identity.sessionRenewal().renew(tokens.getFirst(), Node.DESK);
    }

    /*
     * A thief and the owner of a refresh token use it at once.
     * - At most one of them gets an answer, and the session ends.
     */
    @ParameterizedTest
    @MethodSource("engines")
    void aStolenTokenEndsTheSessionOfBoth(On on, @TempDir Path folder) {
        Node node = node(on, folder);
        Tokens first = node.signIn("admin");
        List<Caller.Origin> origins = List.of(Node.DESK, Node.CAFE);

        List<String> ends = Together.run(
                2, i -> refusal(() -> node.identity.sessionRenewal().renew(first.refresh(), origins.get(i))));

        assertThat(ends).containsExactlyInAnyOrder("done", "auth.refresh_invalid");
        assertThat(refusal(() -> node.caller(first.access()))).isEqualTo("auth.token_invalid");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void failuresAtOnceAreAllCounted(On on, @TempDir Path folder) {
        Node node = node(on, folder);

        Together.run(5, i -> refusal(() -> node.identity.signIn().signIn("admin", "guess", Node.DESK)));

        assertThat(refusal(() -> node.signIn("admin"))).isEqualTo("sign_in.throttled");
    }

    private static String attempt(Runnable act) {
        try {
            return refusal(act);
        } catch (InvalidValue e) {
            return "invalid";
        }
    }
}
