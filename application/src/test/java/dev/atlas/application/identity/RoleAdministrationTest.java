package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.identity.RoleAdministration.RoleChanges;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleAdministrationTest extends NodeTest {

    @Test
    void rolesAreMadeChangedAndRemoved() {
        Caller admin = node.admin();
        node.role(admin, "Night", Permission.PROJECT_VIEW);
        RoleChanges changes = new RoleChanges(Change.to("Night shift"), Change.kept(), to(Permission.ZABBIX_ACK));

        Role changed = node.identity.roles().change(admin, "night", changes, 0L).value();

        assertThat(changed.label()).isEqualTo("Night shift");
        assertThat(changed.permissions()).containsExactly(Permission.ZABBIX_ACK);
        AuditEntry entry = node.audit("role.changed").getFirst();
        assertThat(entry.changes().after().text())
                .isEqualTo("{\"label\":\"Night shift\",\"permissions\":[\"zabbix.ack\"]}");
        assertThat(refusal(() -> node.role(admin, "night"))).isEqualTo("role.name_taken");
        node.identity.roles().remove(admin, "night", changed.version());
        assertThat(refusal(() -> Node.await(node.identity.roles().get(admin, "night"))))
                .isEqualTo("role.not_found");
    }

    @Test
    void whatIsNotNamedStays() {
        Caller admin = node.admin();
        Role before = Node.await(node.identity.roles().get(admin, "viewer"));

        Role after = node.identity
                .roles()
                .change(admin, "viewer", new RoleChanges(Change.kept(), Change.to(null), Change.kept()), null)
                .value();

        assertThat(after.permissions()).isEqualTo(before.permissions());
        assertThat(after.label()).isEqualTo(before.label());
        assertThat(after.description()).isNull();
    }

    @Test
    void aRoleSomebodyHasStays() {
        Caller admin = node.admin();
        node.user(admin, "ann", "viewer");

        assertThat(refusal(() -> node.identity.roles().remove(admin, "viewer", null)))
                .isEqualTo("role.in_use");
    }

    @Test
    void editingARoleLeavesAnAdministrator() {
        Caller admin = node.admin();
        Set<Permission> less = EnumSet.complementOf(EnumSet.of(Permission.ROLE_MANAGE));
        RoleChanges changes = new RoleChanges(Change.kept(), Change.kept(), Change.to(less));

        assertThat(refusal(() -> node.identity.roles().change(admin, "admin", changes, null)))
                .isEqualTo("user.last_administrator");
        node.role(admin, "chief", Permission.USER_MANAGE, Permission.ROLE_MANAGE);
        node.user(admin, "chief", "chief");
        node.identity.roles().change(admin, "admin", changes, null);
    }

    @Test
    void nobodyGivesARoleWhatTheyDoNotHave() {
        Caller admin = node.admin();
        node.role(admin, "clerk", Permission.ROLE_MANAGE, Permission.PROJECT_VIEW);
        node.user(admin, "ann", "clerk");
        Caller clerk = node.caller(node.signIn("ann").access());

        assertThat(refusal(() -> node.role(clerk, "mine", Permission.AUDIT_VIEW)))
                .isEqualTo("permission.not_held");
        RoleChanges more =
                new RoleChanges(Change.kept(), Change.kept(), to(Permission.ROLE_MANAGE, Permission.USER_MANAGE));
        assertThat(refusal(() -> node.identity.roles().change(clerk, "clerk", more, null)))
                .isEqualTo("permission.not_held");
        node.role(clerk, "mine", Permission.PROJECT_VIEW);
    }

    /*
     * A role loses a permission while somebody who has it is signed in.
     * - The very next request on this node does without it.
     */
    @Test
    void aChangeIsFeltByTheNextRequest() {
        Caller admin = node.admin();
        node.user(admin, "ann", "viewer");
        String token = node.signIn("ann").access();
        assertThat(node.caller(token).permissions()).contains(Permission.TRACKING_VIEW);

        node.identity
                .roles()
                .change(
                        admin,
                        "viewer",
                        new RoleChanges(Change.kept(), Change.kept(), to(Permission.PROJECT_VIEW)),
                        null);

        assertThat(node.caller(token).permissions()).containsExactly(Permission.PROJECT_VIEW);
        assertThat(List.copyOf(node.audit("role.changed"))).hasSize(1);
    }

    private static Change<Set<Permission>> to(Permission... permissions) {
        return Change.to(Set.of(permissions));
    }
}
