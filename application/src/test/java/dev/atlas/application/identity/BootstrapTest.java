package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.identity.Bootstrap.FirstAdministrator;
import dev.atlas.application.identity.RoleAdministration.RoleChanges;
import dev.atlas.domain.identity.DefaultRoles;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.sqlite.Backend;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest extends NodeTest {

    @Test
    void theFirstAdministratorMayDoEverything() {
        assertThat(node.admin().permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void aPasswordIsMadeUpAndToldOnceWhereNoneIsGiven(@TempDir Path other) {
        try (Storage fresh = new Backend().open("sqlite:" + other.resolve("atlas.db"), Map.of())) {
            Node first = new Node(fresh, keyring);

            FirstAdministrator made = first.identity.bootstrap().run(" ").orElseThrow();

            String password = String.valueOf(made.generatedPassword());
            assertThat(made.toString()).doesNotContain(password);
            assertThat(first.identity
                            .signIn()
                            .signIn("admin", password, Node.DESK)
                            .value()
                            .access())
                    .isNotEmpty();
            assertThat(first.identity.bootstrap().run(null)).isEmpty();
        }
    }

    @Test
    void aPasswordThatIsTooShortStopsTheStart(@TempDir Path other) {
        try (Storage fresh = new Backend().open("sqlite:" + other.resolve("atlas.db"), Map.of())) {
            assertThatThrownBy(
                            () -> new Node(fresh, keyring).identity.bootstrap().run("short"))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining("ATLAS_ADMIN_PASSWORD")
                    .hasMessageNotContaining("short:");
        }
    }

    /*
     * Default roles are seeded once. Somebody takes a permission from one and removes another; Atlas starts again.
     * - The permission stays taken, the role stays removed.
     */
    @Test
    void whatWasTakenFromDefaultRolesStaysTaken() {
        Caller admin = node.admin();
        Set<Permission> less = Set.of(Permission.PROJECT_VIEW);
        node.identity
                .roles()
                .change(admin, "member", new RoleChanges(Change.kept(), Change.kept(), Change.to(less)), null);
        node.identity.roles().remove(admin, "viewer", null);

        Node again = Node.ready(storage, keyring);

        List<Role> roles = Node.await(again.identity.roles().list(admin));
        assertThat(roles).extracting(Role::name).containsExactly("admin", "member", "operator");
        assertThat(roles.get(1).permissions()).isEqualTo(less);
    }

    @Test
    void manyNodesThatStartTogetherMakeOneAdministrator(@TempDir Path other) {
        try (Storage fresh = new Backend().open("sqlite:" + other.resolve("atlas.db"), Map.of())) {
            List<Optional<FirstAdministrator>> made = Together.run(
                    6, i -> new Node(fresh, keyring).identity.bootstrap().run(Node.PASSWORD));

            assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
            Optional<Role> admin = fresh.read(from -> from.roles().find(DefaultRoles.ADMIN));
            assertThat(admin).isPresent();
            int keys = fresh.<Integer>read(from -> from.signingKeys().all().size());
            assertThat(keys).isEqualTo(1);
        }
    }

    @Test
    void aNodeWithoutTheKeyOfTheStoreDoesNotStart(@TempDir Path other) {
        Keyring foreign = Keyring.of(Map.of("ATLAS_DATA", other.toString()));

        assertThatThrownBy(() -> new Node(storage, foreign).identity.bootstrap().run(null))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("ATLAS_SECRET_KEY");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void anUnacceptablePasswordLeavesNoKeyBehind(@TempDir Path other) {
        try (Storage fresh = new Backend().open("sqlite:" + folder.resolve("fresh.db"), Map.of())) {
            Keyring keys = Keyring.of(Map.of("ATLAS_DATA", other.toString()));

            assertThatThrownBy(() -> new Node(fresh, keys).identity.bootstrap().run("short"))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining("ATLAS_ADMIN_PASSWORD");

            assertThat(other).isEmptyDirectory();
        }
    }

    @Test
    void commandsOnTheMachineRecoverAnAdministrator() {
        Tokens before = node.signIn("admin");
        node.identity.commandLineUsers().resetPassword(new Username("admin"), "another one");

        assertThat(refusal(() -> node.caller(before.access()))).isEqualTo("auth.token_invalid");
        assertThat(refusal(() -> node.signIn("admin"))).isEqualTo("sign_in.failed");
        assertThat(node.identity
                        .signIn()
                        .signIn("admin", "another one", Node.DESK)
                        .value()
                        .access())
                .isNotEmpty();
        assertThat(node.audit("user.password_set"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor().id()).isNull());
    }
}
