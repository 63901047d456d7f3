package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.application.identity.OwnTokens.Made;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthenticationTest extends NodeTest {

    /*
     * A personal token has two scopes, of which its owner has lost one since.
     * - It may do what is left, until it expires or is revoked.
     */
    @Test
    void aPersonalTokenMayDoWhatItsOwnerMayWithinItsScopes() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "admin");
        Caller caller = node.caller(node.signIn("ann").access());
        Made made = create(caller, Permission.PROJECT_VIEW, Permission.AUDIT_VIEW);
        assertThat(made.text()).matches("atlas_pat_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.text());

        node.identity.users().change(admin, ann.id(), node.toRole("viewer"), null);

        Caller program = node.caller(made.text());
        assertThat(program.user()).isEqualTo(ann.id());
        assertThat(program.session()).isNull();
        assertThat(program.permissions()).containsExactly(Permission.PROJECT_VIEW);
        node.identity.ownTokens().revoke(caller, made.token().id());
        assertThat(refusal(() -> node.caller(made.text()))).isEqualTo("auth.token_invalid");
    }

    @Test
    void anAccessTokenOutlivesAClockThatIsSetBackAndExpiresAtItsTime() {
        Caller admin = node.admin();
        Tokens tokens = node.signIn("admin");
        node.clock.advance(Duration.ofHours(-2));
        Caller caller = node.caller(tokens.access());
        assertThat(caller.username()).isEqualTo("admin");

        node.clock.advance(Duration.ofHours(2).plus(AccessTokens.LIFE));
        assertThat(refusal(() -> node.caller(tokens.access()))).isEqualTo("auth.token_invalid");
        String renewed = node.identity
                .sessionRenewal()
                .renew(tokens.refresh(), Node.DESK)
                .value()
                .access();
        assertThat(node.caller(renewed).user()).isEqualTo(admin.user());
    }

    @Test
    void aPersonalTokenExpires() {
        Caller admin = node.admin();
        Made made = create(admin, Permission.PROJECT_VIEW);

        node.advance(Duration.ofDays(89));
        assertThat(node.caller(made.text()).username()).isEqualTo("admin");
        node.advance(Duration.ofDays(1));
        assertThat(refusal(() -> node.caller(made.text()))).isEqualTo("auth.token_invalid");
    }

    @Test
    void aPersonalTokenGivesNothingAndRenewsNothing() {
        Caller admin = node.admin();
        node.user(admin, "ann", "viewer");
        Caller viewer = node.caller(node.signIn("ann").access());
        Caller program = node.caller(create(viewer, Permission.PROJECT_VIEW).text());

        assertThat(refusal(() -> create(viewer, Permission.AUDIT_VIEW))).isEqualTo("permission.not_held");
        assertThat(refusal(() -> create(program, Permission.PROJECT_VIEW))).isEqualTo("session.required");
        assertThat(refusal(() -> node.identity.profile().changePassword(program, Node.PASSWORD, "12345678")))
                .isEqualTo("session.required");
        assertThatThrownBy(() -> create(viewer)).isInstanceOf(InvalidValue.class);
        Instant late = node.clock.instant().plus(Duration.ofDays(367));
        assertThatThrownBy(() -> node.identity.ownTokens().create(viewer, "ci", Set.of(Permission.PROJECT_VIEW), late))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void tokensOfOthersAreNotThere() {
        Caller admin = node.admin();
        Id<PersonalToken> theirs =
                create(admin, Permission.PROJECT_VIEW).token().id();
        node.user(admin, "ann", "viewer");
        Caller viewer = node.caller(node.signIn("ann").access());

        assertThat(refusal(() -> node.identity.ownTokens().revoke(viewer, theirs)))
                .isEqualTo("personal_token.not_found");
        assertThat(refusal(() -> Node.await(node.identity.ownTokens().get(viewer, theirs))))
                .isEqualTo("personal_token.not_found");
        assertThat(Node.await(node.identity.ownTokens().list(viewer, Page.first(5)))
                        .items())
                .isEmpty();
        assertThat(Node.await(node.identity.ownTokens().list(admin, Page.first(5)))
                        .items())
                .hasSize(1);
    }

    @Test
    void itIsNotedWhenATokenWasUsed() {
        Made made = create(node.admin(), Permission.PROJECT_VIEW);
        assertThat(made.token().usedAt()).isNull();

        node.caller(made.text());

        Optional<PersonalToken> stored =
                storage.read(from -> from.personalTokens().find(made.token().id()));
        assertThat(stored.map(PersonalToken::usedAt)).isPresent();
    }

    /*
     * Two nodes serve one store. A user is deactivated on one of them.
     * - That one refuses the user's next request; the other one does at the latest after a second.
     */
    @Test
    void revocationIsFeltHereAtOnceAndElsewhereWithinASecond() {
        Node other = Node.ready(storage, keyring);
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");
        String token = node.signIn("ann").access();
        assertThat(other.caller(token).user()).isEqualTo(ann.id());

        node.identity.users().deactivate(admin, ann.id(), null);

        assertThat(refusal(() -> node.caller(token))).isEqualTo("auth.token_invalid");
        other.advance(Duration.ofSeconds(1));
        assertThat(refusal(() -> other.caller(token))).isEqualTo("auth.token_invalid");
    }

    @Test
    void withinThatTimeTheStoreIsNotAsked() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");
        String token = node.signIn("ann").access();
        node.caller(token);

        storage.write(to -> to.users().remove(ann.id()));

        assertThat(node.caller(token).user()).isEqualTo(ann.id());
        node.advance(Duration.ofSeconds(1));
        assertThat(refusal(() -> node.caller(token))).isEqualTo("auth.token_invalid");
    }

    private Made create(Caller caller, Permission... scopes) {
        return node.identity
                .ownTokens()
                .create(caller, "ci", Set.of(scopes), null)
                .value();
    }
}
