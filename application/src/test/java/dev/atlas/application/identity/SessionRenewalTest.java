package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SessionRenewalTest extends NodeTest {

    @Test
    void everyExchangeGivesANewRefreshToken() {
        Tokens first = node.signIn("admin");
        Tokens second = renew(first, Node.DESK);
        Tokens third = renew(second, Node.CAFE);

        assertThat(List.of(first.refresh(), second.refresh(), third.refresh())).doesNotHaveDuplicates();
        assertThat(node.caller(third.access()).session())
                .isEqualTo(node.caller(first.access()).session());
    }

    /*
     * A refresh token is used a second time, after the moment in which a client may repeat itself.
     * - It is refused, and so is everything else that came of that sign-in, access tokens included.
     */
    @Test
    void aTokenThatComesTwiceEndsTheSession() {
        Tokens first = node.signIn("admin");
        Tokens second = renew(first, Node.DESK);
        node.advance(Duration.ofSeconds(11));

        assertRefused(first, Node.DESK);
        assertRefused(second, Node.DESK);
        assertThat(refusal(() -> node.caller(second.access()))).isEqualTo("auth.token_invalid");
        assertThat(node.audit("session.token_reused")).hasSize(1);
    }

    @Test
    void anotherClientMayNotRepeat() {
        Tokens first = node.signIn("admin");
        Tokens second = renew(first, Node.DESK);

        assertRefused(first, Node.CAFE);
        assertRefused(second, Node.DESK);
    }

    @Test
    void theSameClientGetsTheAnswerItLostAgain() {
        Tokens first = node.signIn("admin");
        Tokens lost = renew(first, Node.DESK);
        node.advance(Duration.ofSeconds(5));

        Tokens again = renew(first, Node.DESK);

        assertThat(again.refresh()).isEqualTo(lost.refresh());
        assertThat(renew(again, Node.DESK).refresh()).isNotEqualTo(lost.refresh());
        assertRefused(first, Node.DESK);
    }

    @Test
    void aTokenIsGoodForThirtyDaysAndEachExchangeForThirtyMore() {
        Tokens tokens = node.signIn("admin");
        node.advance(Duration.ofDays(29));
        tokens = renew(tokens, Node.DESK);
        node.advance(Duration.ofDays(29));
        tokens = renew(tokens, Node.DESK);
        node.advance(Duration.ofDays(30));
        assertRefused(tokens, Node.DESK);
    }

    @Test
    void signingOutEndsOneSession() {
        Tokens here = node.signIn("admin");
        Tokens there = node.signIn("admin");
        Caller caller = node.caller(here.access());

        node.identity.ownSessions().signOut(caller);

        assertThat(refusal(() -> node.caller(here.access()))).isEqualTo("auth.token_invalid");
        assertRefused(here, Node.DESK);
        assertThat(node.caller(there.access()).username()).isEqualTo("admin");
    }

    @Test
    void nobodyEndsTheSessionsOfOthers() {
        Caller admin = node.admin();
        node.user(admin, "ann", "member");
        Caller ann = node.caller(node.signIn("ann").access());
        var theirs = Objects.requireNonNull(admin.session());

        assertThat(refusal(() -> node.identity.ownSessions().end(ann, theirs))).isEqualTo("session.not_found");
        node.identity.ownSessions().end(admin, theirs);
        assertThat(refusal(() -> node.identity.ownSessions().end(admin, theirs)))
                .isEqualTo("session.not_found");
    }

    @Test
    void nonsenseIsRefusedLikeAnExpiredToken() {
        assertThat(List.of("", "x", "atlas_rt_" + "A".repeat(64))).allSatisfy(text -> assertThat(
                        refusal(() -> node.identity.sessionRenewal().renew(text, Node.DESK)))
                .isEqualTo("auth.refresh_invalid"));
    }

    private Tokens renew(Tokens tokens, Caller.Origin origin) {
        return node.identity.sessionRenewal().renew(tokens.refresh(), origin).value();
    }

    private void assertRefused(Tokens tokens, Caller.Origin origin) {
        assertThat(refusal(() -> renew(tokens, origin))).isEqualTo("auth.refresh_invalid");
    }
}
