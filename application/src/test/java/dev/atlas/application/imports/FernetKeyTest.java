package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: the test vectors of the Fernet specification. */
class FernetKeyTest {

    private static final FernetKey KEY = FernetKey.of("key", LegacySample.FERNET_KEY);

    @Test
    void aTokenIsReadHoweverOldItIs() {
        String token =
                "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";
        assertThat(KEY.decrypt("value", token)).isEqualTo("hello");
    }

    /** Incorrect MAC, too short, no base64, size not a multiple of a block, and a padding error, all from the specification. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykQUFBQUFBQUFBQQ==",
                "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPA==",
                "%%%%%%%%%%%%%AECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==",
                "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPOm73QeoCk9uGib28Xe5vz6oxq5nmxbx_v7mrfyudzUm",
                "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw==",
                ""
            })
    void whatTheKeyDidNotMakeIsRefused(String token) {
        assertThatThrownBy(() -> KEY.decrypt("value", token)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=AAAA"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> FernetKey.of("--secret-key", text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("32 bytes");
    }
}
