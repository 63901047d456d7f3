package dev.atlas.domain.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDetailsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static ProviderDetails at(String address) {
        return new ProviderDetails(ProviderKind.OPENAI, null, true, null, address, null, null, ProviderLimits.USUAL);
    }

    private static void refused(String field, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.field())
                .isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "file:///etc/passwd",
                "/v1",
                "https://",
                "https://user:secret@example.org",
                "https://example.org/?key=1",
                "https://example.org/#x",
                "https://exa mple.org",
                "jar:https://example.org/!/"
            })
    void whatIsNoAddressOfAProviderIsRefused(String address) {
        refused("base_address", () -> at(address));
    }

    @Test
    void anAddressIsKeptAsWritten() {
        assertThat(at(" https://[::1]:8443/v1/ ").baseAddress()).isEqualTo("https://[::1]:8443/v1/");
        assertThat(at(" ").baseAddress()).isNull();
    }

    @Test
    void aKnownNameIsOfItsKind() {
        ProviderDetails gemini = ProviderDetails.usual(ProviderKind.GEMINI);
        refused("kind", () -> new ProviderConfiguration("openai", gemini, NOW, NOW, 0));
        refused("provider", () -> new ProviderConfiguration("No", gemini, NOW, NOW, 0));
        assertThat(new ProviderConfiguration("mine", gemini, NOW, NOW, 0).details())
                .isEqualTo(gemini);
    }

    @Test
    void whatIsOutOfBoundsIsRefusedNotMoved() {
        refused("connect_seconds", () -> new ProviderLimits(0, 1, 1, 1, 0, 1));
        refused("call_seconds", () -> new ProviderLimits(1, 1, 1, 3601, 0, 1));
        refused("concurrent_calls", () -> new ProviderLimits(1, 1, 1, 1, 0, 1001));
        refused("max_tokens", () -> defaults(99, "1"));
        refused("max_tokens", () -> defaults(128_001, "1"));
        refused("temperature", () -> defaults(100, "2.001"));
        refused("temperature", () -> defaults(100, "-0.001"));
        refused("temperature", () -> defaults(100, "0.0001"));
        assertThat(defaults(128_000, "2.000").maxTokens()).isEqualTo(128_000);
    }

    private static ChatDefaults defaults(int tokens, String temperature) {
        return new ChatDefaults("openai", tokens, new BigDecimal(temperature), "", true, true, ChatLimits.NONE);
    }
}
