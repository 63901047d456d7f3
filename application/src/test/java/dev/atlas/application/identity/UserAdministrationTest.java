package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserAdministrationTest extends NodeTest {

    @Test
    void usersAreMadeFoundAndListedNewestFirst() {
        Caller admin = node.admin();
        User ann = node.identity
                .users()
                .create(admin, new NewUser(" Ann ", "12345678", " ", "ann@example.org", null))
                .value();

        assertThat(ann.username().value()).isEqualTo("ann");
        assertThat(ann.displayName()).isNull();
        assertThat(ann.role()).isEqualTo("member");
        assertThat(Node.await(node.identity.users().get(admin, ann.id()))).isEqualTo(ann);
        assertThat(Node.await(node.identity.users().lookUp(admin, "ANN"))).isEqualTo(ann);
        assertThat(Node.await(node.identity.users().list(admin, Page.first(5), false))
                        .items())
                .extracting(user -> user.username().value())
                .containsExactly("ann", "admin");
        assertThat(refusal(() -> node.user(admin, "ANN", "member"))).isEqualTo("user.username_taken");
        assertThatThrownBy(() -> node.user(admin, "bob", "nothing"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo("role"));
    }

    @Test
    void passwordsHaveEightToThousandAndTwentyFourCharacters() {
        Caller admin = node.admin();

        for (String password : List.of("1234567", "x".repeat(1025), "")) {
            assertThatThrownBy(
                            () -> node.identity.users().create(admin, new NewUser("ann", password, null, null, null)))
                    .isInstanceOfSatisfying(
                            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("password"));
        }
        node.identity.users().create(admin, new NewUser("ann", "🐎".repeat(1024), null, null, null));
        assertThat(node.identity
                        .signIn()
                        .signIn("ann", "🐎".repeat(1024), Node.DESK)
                        .value()
                        .access())
                .isNotEmpty();
    }

    @Test
    void everyChangeIsInTheAuditTrailWithWhatChanged() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");
        UserChanges changes = new UserChanges(Change.to("Ann"), Change.kept(), Change.to("viewer"));
        node.identity.users().change(admin, ann.id(), changes, ann.version());
        node.identity.users().change(admin, ann.id(), changes, null);

        AuditEntry entry = node.audit("user.changed").getFirst();
        assertThat(node.audit("user.changed")).hasSize(1);
        assertThat(entry.actor()).isEqualTo(new AuditEntry.Actor(admin.user(), "admin"));
        assertThat(entry.resource())
                .isEqualTo(new AuditEntry.Resource("user", ann.id().toString()));
        assertThat(entry.session()).isEqualTo(admin.session());
        assertThat(entry.origin()).isEqualTo(new AuditEntry.Origin("request-1", "192.0.2.1", "desk"));
        assertThat(entry.changes().before().text()).isEqualTo("{\"role\":\"member\"}");
        assertThat(entry.changes().after().text()).isEqualTo("{\"display_name\":\"Ann\",\"role\":\"viewer\"}");
    }

    @Test
    void aStaleVersionIsRefused() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");
        node.identity.users().change(admin, ann.id(), node.toRole("viewer"), 0L);

        assertThat(refusal(() -> node.identity.users().change(admin, ann.id(), node.toRole("member"), 0L)))
                .isEqualTo("version.stale");
        assertThat(refusal(() -> node.identity.users().remove(admin, ann.id(), 0L)))
                .isEqualTo("version.stale");
    }

    @Test
    void theLastAdministratorStays() {
        Caller admin = node.admin();
        Id<User> id = admin.user();

        assertThat(List.of(
                        refusal(() -> node.identity.users().change(admin, id, node.toRole("member"), null)),
                        refusal(() -> node.identity.users().deactivate(admin, id, null)),
                        refusal(() -> node.identity.users().remove(admin, id, null))))
                .containsOnly("user.last_administrator");
        assertThat(node.caller(node.signIn("admin").access()).permissions()).hasSize(Permission.values().length);
        User second = node.user(admin, "second", "admin");
        node.identity.users().deactivate(admin, second.id(), null);
        assertThat(refusal(() -> node.identity.users().deactivate(admin, id, null)))
                .isEqualTo("user.last_administrator");
        node.identity.users().activate(admin, second.id(), null);
        node.identity.users().remove(admin, id, null);
    }

    /*
     * Somebody administers users, and nothing else.
     * - They make no administrator, and nothing of themselves.
     * - They set no administrator's password, since they could sign in with it.
     */
    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        Caller admin = node.admin();
        node.role(admin, "desk", Permission.USER_VIEW, Permission.USER_MANAGE);
        User ann = node.user(admin, "ann", "desk");
        User eve = node.user(admin, "eve", "member");
        Caller desk = node.caller(node.signIn("ann").access());

        assertThat(refusal(() -> node.user(desk, "mallory", "admin"))).isEqualTo("permission.not_held");
        assertThat(refusal(() -> node.identity.users().change(desk, ann.id(), node.toRole("admin"), null)))
                .isEqualTo("permission.not_held");
        assertThat(List.of(
                        refusal(() -> node.identity.users().setPassword(desk, admin.user(), "12345678", null)),
                        refusal(() -> node.identity.users().deactivate(desk, eve.id(), null)),
                        refusal(() -> node.identity.users().remove(desk, eve.id(), null))))
                .containsOnly("user.above_caller");
        node.user(desk, "helper", "desk");
    }

    @Test
    void withoutThePermissionNothingIsSeenOrDone() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");
        Caller member = node.caller(node.signIn("ann").access());

        assertThat(List.of(
                        refusal(() -> Node.await(node.identity.users().list(member, Page.first(5), true))),
                        refusal(() -> Node.await(node.identity.users().get(member, ann.id()))),
                        refusal(() -> node.user(member, "bob", "member")),
                        refusal(() -> node.identity.users().change(member, ann.id(), node.toRole("admin"), null)),
                        refusal(() -> node.identity.users().setPassword(member, ann.id(), "12345678", null)),
                        refusal(() -> node.identity.users().deactivate(member, ann.id(), null)),
                        refusal(() -> node.identity.users().remove(member, ann.id(), null))))
                .containsOnly("permission.missing");
        assertThat(Node.await(node.identity.users().lookUp(member, "admin")).id())
                .isEqualTo(admin.user());
    }

    @Test
    void removingAUserTakesWhatIsTheirsAndKeepsWhatTheyDid() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "admin");
        Tokens tokens = node.signIn("ann");
        Caller caller = node.caller(tokens.access());
        String token = node.identity
                .ownTokens()
                .create(caller, "ci", Set.of(Permission.PROJECT_VIEW), null)
                .value()
                .text();

        node.identity.users().remove(admin, ann.id(), null);

        assertThat(refusal(() -> node.caller(tokens.access()))).isEqualTo("auth.token_invalid");
        assertThat(refusal(() -> node.caller(token))).isEqualTo("auth.token_invalid");
        assertThat(refusal(() -> node.signIn("ann"))).isEqualTo("sign_in.failed");
        assertThat(node.audit("token.created").getFirst().actor()).isEqualTo(new AuditEntry.Actor(ann.id(), "ann"));
    }

    @Test
    void aUserWhoOwnsProjectsStays() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");
        Instant now = node.clock.instant();
        Project project = new Project(
                new Id<>(new UUID(1, 1)),
                ann.id(),
                "alpha",
                null,
                null,
                ProjectStatus.ACTIVE,
                null,
                Visibility.PRIVATE,
                List.of(),
                Json.Obj.EMPTY,
                Json.Obj.EMPTY,
                now,
                now,
                0);
        storage.write(to -> to.projects().add(project));

        assertThat(refusal(() -> node.identity.users().remove(admin, ann.id(), null)))
                .isEqualTo("user.owns_projects");
    }

    @Test
    void theirOwnPasswordTakesTheOldOneAndEndsAllSessions() {
        Caller admin = node.admin();
        Tokens other = node.signIn("admin");

        assertThat(refusal(() -> node.identity.profile().changePassword(admin, "wrong one", "87654321")))
                .isEqualTo("password.wrong");
        node.identity.profile().changePassword(admin, Node.PASSWORD, "87654321");

        assertThat(refusal(() -> node.caller(other.access()))).isEqualTo("auth.token_invalid");
        assertThat(refusal(() -> node.signIn("admin"))).isEqualTo("sign_in.failed");
        assertThat(node.audit("user.password_changed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes().after().text()).isEqualTo("{\"password\":\"***\"}"));
    }

    @Test
    void aProfileKeepsWhatIsNotNamed() {
        Caller admin = node.admin();
        node.identity.profile().change(admin, Change.to("Root"), Change.to("root@example.org"), null);
        User changed = node.identity
                .profile()
                .change(admin, Change.to(null), Change.kept(), null)
                .value();

        assertThat(changed.displayName()).isNull();
        assertThat(changed.email()).isEqualTo("root@example.org");
        assertThat(Node.await(node.identity.profile().get(admin))).isEqualTo(changed);
    }
}
