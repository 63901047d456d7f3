package dev.atlas.platforms.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the example that Slack has published in "Verifying requests from Slack". */
class SlackSignatureTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TIMESTAMP = "1531420618";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
            + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final Instant THEN = Instant.ofEpochSecond(1531420618);

    private static boolean matches(@Nullable String timestamp, @Nullable String signature, String body, Instant now) {
        return SlackSignature.matches(SECRET, timestamp, signature, body.getBytes(StandardCharsets.UTF_8), now);
    }

    @Test
    void theExampleOfSlackIsSigned() {
        assertThat(matches(TIMESTAMP, SIGNATURE, BODY, THEN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "-300,true", "301,false", "-301,false", "86400,false"})
    void whatIsOldIsRefused(long seconds, boolean taken) {
        assertThat(matches(TIMESTAMP, SIGNATURE, BODY, THEN.plus(Duration.ofSeconds(seconds))))
                .isEqualTo(taken);
    }

    @Test
    void whatIsForgedIsRefused() {
        assertThat(matches(TIMESTAMP, SIGNATURE, BODY + " ", THEN)).isFalse();
        assertThat(matches(TIMESTAMP, SIGNATURE, BODY.substring(1), THEN)).isFalse();
        assertThat(matches("1531420619", SIGNATURE, BODY, THEN)).isFalse();
        assertThat(matches(TIMESTAMP, SIGNATURE.replace('a', 'b'), BODY, THEN)).isFalse();
        assertThat(matches(TIMESTAMP, SIGNATURE.substring(3), BODY, THEN)).isFalse();
        assertThat(matches(TIMESTAMP, "", BODY, THEN)).isFalse();
        assertThat(matches(TIMESTAMP, null, BODY, THEN)).isFalse();
        assertThat(matches(null, SIGNATURE, BODY, THEN)).isFalse();
        assertThat(matches("-1", SIGNATURE, BODY, THEN)).isFalse();
        assertThat(matches("99999999999999999999", SIGNATURE, BODY, THEN)).isFalse();
        assertThat(SlackSignature.matches("", TIMESTAMP, SIGNATURE, BODY.getBytes(StandardCharsets.UTF_8), THEN))
                .isFalse();
    }
}
