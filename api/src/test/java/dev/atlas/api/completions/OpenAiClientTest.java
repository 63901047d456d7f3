package dev.atlas.api.completions;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.servers.PythonPackage;
import dev.atlas.wire.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The official Python client of OpenAI works with a personal token of Atlas, unchanged. */
class OpenAiClientTest {

    private static final PythonPackage CLIENT = new PythonPackage("openai", "3.54.0", List.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void itListsAsksAndStreams(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
            String token = text(
                    ok(201, atlas.post("ann", "/me/tokens", "{\"label\":\"client\",\"scopes\":[\"chat.use\"]}")),
                    "token");
            atlas.models().says(Said.text("It is ", "me.").having(1000, 500, 200));
            ProcessBuilder python = new ProcessBuilder(
                            CLIENT.program(System.getenv(), "python").toString(),
                            Path.of("src/test/resources/openai_client.py").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("client.log").toFile());
            python.environment()
                    .put("OPENAI_BASE_URL", atlas.uri().resolve("/v1").toString());
            python.environment().put("OPENAI_API_KEY", token);

            Process client = python.start();

            assertThat(client.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(folder.resolve("client.log"), StandardCharsets.UTF_8))
                    .isEqualTo("done" + System.lineSeparator());
            assertThat(client.exitValue()).isZero();
        }
    }
}
