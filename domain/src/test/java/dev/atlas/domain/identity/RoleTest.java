package dev.atlas.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.InvalidValue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final Instant NOW = Instant.parse("2025-10-19T12:00:00Z");

    @Test
    void isNamedInLowerCaseAndKeepsItsPermissionsInTheOrderOfTheCatalogue() {
        Set<Permission> backwards = new LinkedHashSet<>(List.of(Permission.PUPPET_VIEW, Permission.PROJECT_VIEW));

        Role role = new Role(" Night.Shift ", " ", " ", backwards, NOW, NOW, 0);

        assertThat(role.name()).isEqualTo("night.shift");
        assertThat(role.label()).isEqualTo("night.shift");
        assertThat(role.description()).isNull();
        assertThat(role.permissions()).containsExactly(Permission.PROJECT_VIEW, Permission.PUPPET_VIEW);
    }

    @Test
    void cannotHaveANameThatDoesNotFitIntoAPath() {
        for (String name : List.of("", "a b", "a/b", "ä", ".", "-a", "x".repeat(33))) {
            assertThatThrownBy(() -> Role.name("role", name))
                    .as(name)
                    .isInstanceOfSatisfying(
                            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("role"));
        }
    }

    @Test
    void administersOnlyWithBothPermissions() {
        assertThat(role(Permission.USER_MANAGE, Permission.ROLE_MANAGE).administers())
                .isTrue();
        assertThat(role(Permission.USER_MANAGE).administers()).isFalse();
        assertThat(role(Permission.ROLE_MANAGE).administers()).isFalse();
    }

    @Test
    void defaultsAreTheFourOfTheDesignAndOnlyOneOfThemAdministers() {
        List<Role> defaults = DefaultRoles.all(NOW);

        assertThat(defaults).extracting(Role::name).containsExactly("admin", "member", "operator", "viewer");
        assertThat(defaults)
                .filteredOn(Role::administers)
                .extracting(Role::name)
                .containsExactly("admin");
        assertThat(defaults.getFirst().permissions()).containsExactly(Permission.values());
    }

    private static Role role(Permission... permissions) {
        return new Role("r", "r", null, Set.of(permissions), NOW, NOW, 0);
    }
}
