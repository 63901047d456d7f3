package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who owns what is imported. */
class EegOwnerTest extends EegImports {

    /* Without an owner's name the only administrator owns the project; a second one makes that a question. */
    @Test
    void theOnlyAdministratorOwnsWhatNobodyIsNamedFor() throws SQLException {
        EegImportRequest unnamed = EegImportRequest.of(file.path());
        refused("import.owner_needed", unnamed);
        refused("user.not_found", new EegImportRequest(file.path(), "EEG", null, "eeg", "nobody", true));
        Instant now = test.foundation().now();
        Role keepers = new Role(
                "keepers", "Keepers", null, Set.of(Permission.USER_MANAGE, Permission.ROLE_MANAGE), now, now, 0);
        test.storage().write(repositories -> repositories.roles().add(keepers));
        Id<User> keeper = keeper("kim");
        Id<Project> project = project(imports.run(unnamed));
        Optional<Project> made = test.storage().read(r -> r.projects().find(project));
        assertThat(made.orElseThrow().ownerId()).isEqualTo(keeper);
        keeper("kay");
        refused("import.owner_needed", unnamed);
    }

    private Id<User> keeper(String name) {
        Instant now = test.foundation().now();
        User user = new User(
                test.foundation().ids().next(), new Username(name), null, null, "keepers", null, true, now, now, 0);
        return test.storage().write(r -> r.users().add(user)).value().id();
    }

    private void refused(String code, EegImportRequest request) {
        assertThatThrownBy(() -> imports.run(request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
