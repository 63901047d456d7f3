package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInTest extends NodeTest {

    @Test
    void givesTokensThatSayWhoAsks() {
        Tokens tokens = node.signIn(" ADMIN ");

        Caller caller = node.caller(tokens.access());

        assertThat(caller.username()).isEqualTo("admin");
        assertThat(tokens.life()).isEqualTo(Duration.ofMinutes(15));
        assertThat(tokens.toString()).doesNotContain(tokens.access(), tokens.refresh());
        assertThat(Node.await(node.identity.ownSessions().list(caller, Page.first(5)))
                        .items())
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.id()).isEqualTo(caller.session());
                    assertThat(session.address()).isEqualTo("192.0.2.1");
                    assertThat(session.agent()).isEqualTo("desk");
                });
    }

    @Test
    void saysTheSameWhateverIsWrong() {
        Caller admin = node.admin();
        User ann = node.user(admin, "ann", "member");
        node.identity.users().deactivate(admin, ann.id(), null);

        assertThat(List.of(
                        refusal(() -> node.signIn("nobody")),
                        refusal(() -> node.signIn("not a name")),
                        refusal(() -> node.signIn("")),
                        refusal(() -> node.signIn("ann")),
                        refusal(() -> node.identity.signIn().signIn("admin", "wrong", Node.DESK)),
                        refusal(() -> node.identity.signIn().signIn("admin", Node.PASSWORD + " ", Node.DESK))))
                .containsOnly("sign_in.failed");
        assertThat(node.audit("sign_in.failed"))
                .extracting(AuditEntry::actor)
                .extracting(AuditEntry.Actor::name)
                .containsExactly("admin", "admin", "ann");
    }

    @Test
    void anAccessTokenIsGoodForAQuarterOfAnHour() {
        Tokens tokens = node.signIn("admin");

        node.advance(Duration.ofMinutes(14));
        assertThat(node.caller(tokens.access()).username()).isEqualTo("admin");
        node.advance(Duration.ofMinutes(1));
        assertThat(refusal(() -> node.caller(tokens.access()))).isEqualTo("auth.token_invalid");
    }

    @Test
    void nothingElseSignsAnybodyIn() {
        Tokens tokens = node.signIn("admin");
        String[] parts = tokens.access().split("\\.", -1);
        String unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + parts[1] + ".";
        String forged = parts[0] + "." + parts[1] + "." + "A".repeat(43);

        assertThat(List.of("", "x", "a.b.c", tokens.refresh(), unsigned, forged, "atlas_pat_" + "A".repeat(43)))
                .allSatisfy(
                        bearer -> assertThat(refusal(() -> node.caller(bearer))).isEqualTo("auth.token_invalid"));
    }

    /*
     * A hash of bcrypt came from elsewhere.
     * - The password is accepted, and from then on kept as Argon2id.
     */
    @Test
    void importedHashesAreAcceptedAndReplaced() {
        User ann = node.user(node.admin(), "ann", "member");
        String bcrypt = Password.hash("secret-pass ")
                .with(BcryptFunction.getInstance(Bcrypt.B, 4))
                .getResult();
        assertThat(bcrypt).startsWith("$2b$");
        storage.write(to -> to.users().replace(ann.withPasswordHash(bcrypt, ann.updatedAt())));

        assertThat(refusal(() -> node.identity.signIn().signIn("ann", "secret-pass", Node.DESK)))
                .isEqualTo("sign_in.failed");
        node.identity.signIn().signIn("ann", "secret-pass ", Node.DESK);

        Optional<User> stored = storage.read(from -> from.users().named(new Username("ann")));
        assertThat(String.valueOf(stored.orElseThrow().passwordHash())).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        node.identity.signIn().signIn("ann", "secret-pass ", Node.DESK);
    }

    /*
     * Somebody guesses a password five times.
     * - Then even the right one is refused, for half a minute, and after one more failure for a minute.
     * - A sign-in that succeeds lets the account start anew.
     */
    @Test
    void guessingAtAnAccountIsSlowedDown() {
        fail(5, "admin", Node.DESK);

        assertPause(Duration.ofSeconds(30), "admin", Node.CAFE);
        node.advance(Duration.ofSeconds(30));
        fail(1, "admin", Node.DESK);
        assertPause(Duration.ofSeconds(60), "admin", Node.CAFE);
        node.advance(Duration.ofSeconds(60));
        node.signIn("admin");
        fail(4, "admin", Node.DESK);
        node.signIn("admin");
    }

    @Test
    void namesThatNobodyHasAreSlowedDownTheSame() {
        fail(5, "nobody", Node.DESK);

        assertPause(Duration.ofSeconds(30), "nobody", Node.CAFE);
    }

    /*
     * Somebody guesses at many accounts from one address, and signs in to one of their own in between.
     * - The address is blocked all the same. Others are not.
     */
    @Test
    void guessingFromAnAddressIsSlowedDown() {
        for (int i = 0; i < 30; i++) {
            fail(1, "user" + i, Node.DESK);
            if (i == 10) {
                node.signIn("admin");
            }
        }

        assertPause(Duration.ofSeconds(30), "admin", Node.DESK);
        node.identity.signIn().signIn("admin", Node.PASSWORD, Node.CAFE);
    }

    @Test
    void anotherNodeKnowsOfTheFailures() {
        fail(5, "admin", Node.DESK);

        Node other = Node.ready(storage, keyring);

        assertThat(refusal(() -> other.signIn("admin"))).isEqualTo("sign_in.throttled");
    }

    @Test
    void expiredSessionsGoWithTheNextSignIn() {
        Tokens old = node.signIn("admin");
        node.advance(Duration.ofDays(31));
        node.signIn("admin");

        List<Session> left = storage.read(from -> from.sessions().expiredBefore(node.clock.instant(), 5));
        assertThat(left).isEmpty();
        assertThat(refusal(() -> node.identity.sessionRenewal().renew(old.refresh(), Node.DESK)))
                .isEqualTo("auth.refresh_invalid");
    }

    private void fail(int times, String username, Caller.Origin origin) {
        for (int i = 0; i < times; i++) {
            assertThat(refusal(() -> node.identity.signIn().signIn(username, "guess " + username, origin)))
                    .isEqualTo("sign_in.failed");
        }
    }

    private void assertPause(Duration pause, String username, Caller.Origin origin) {
        assertThatThrownBy(() -> node.identity.signIn().signIn(username, Node.PASSWORD, origin))
                .isInstanceOfSatisfying(Refusal.TooMany.class, e -> {
                    assertThat(e.code()).isEqualTo("sign_in.throttled");
                    assertThat(e.pause()).isBetween(pause.minusSeconds(1), pause);
                });
    }
}
