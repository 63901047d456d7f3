package dev.atlas.api.openapi;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.contract.servers.PythonPackage;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random traffic made from {@code /openapi.json} by Schemathesis: good and bad parameters and bodies for every operation,
 * and sequences in which one answer feeds the next request. No answer is a 500, and none contradicts the document.
 *
 * <p>Each engine gets other traffic. The edges of every schema, which engines have no say in, are tried on the first of
 * them alone, and so is what does not depend on the requests before it. {@code -Datlas.fuzz.engine}, {@code -Datlas.fuzz.seed} and {@code
 * -Datlas.fuzz.examples} (per operation) let it run longer, and on one engine. A failure prints the requests that led to it.
 */
@Tag("fuzz")
@Execution(ExecutionMode.CONCURRENT) // it is the fuzzer that takes the time, and that on one core
class FuzzTest {

    private static final PythonPackage SCHEMATHESIS =
            new PythonPackage("schemathesis", "4.32.5", List.of("openapi-spec-validator==0.9.0"));
    private static final Duration BOUND = Duration.ofMinutes(30);

    /**
     * What an answer is held against: no operation lists a 500, and 503 answers a position that is not reached yet. Not
     * whether exactly what fits a schema is accepted: schemas cannot say all rules, and texts are trimmed before they are
     * measured. Nor what methods are offered: {@code /experiments/best} is an {@code /experiments/{id}} as well.
     */
    private static final String CHECKS = String.join(
            ",",
            "status_code_conformance",
            "content_type_conformance",
            "response_headers_conformance",
            "response_schema_conformance",
            "use_after_free",
            "ensure_resource_availability",
            "ignored_auth");

    /** All engines of this build, or the one that is named, and what is tried on each. */
    static List<Arguments> traffic() {
        String named = System.getProperty("atlas.fuzz.engine");
        List<String> engines = named == null ? ServedAtlas.engines() : List.of(named);
        List<Arguments> traffic = new ArrayList<>();
        traffic.add(Arguments.of(engines.getFirst(), "examples,coverage"));
        traffic.add(Arguments.of(engines.getFirst(), "fuzzing,stateful"));
        engines.stream().skip(1).forEach(engine -> traffic.add(Arguments.of(engine, "stateful")));
        return traffic;
    }

    @ParameterizedTest
    @MethodSource("traffic")
    void randomTrafficFindsNothing(String engine, String phases, @TempDir Path folder) throws Exception {
        long seed = Long.getLong("atlas.fuzz.seed", 20_251_019) + engine.hashCode();
        String examples = System.getProperty("atlas.fuzz.examples", phases.equals("stateful") ? "2" : "3");
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String token = token(atlas);
            run(
                    phases + " on " + engine + " with seed " + seed,
                    folder,
                    program("schemathesis").toString(),
                    "run",
                    atlas.uri() + "/openapi.json",
                    "--header",
                    "Authorization: Bearer " + token,
                    "--checks",
                    CHECKS,
                    "--phases",
                    phases,
                    "--seed",
                    Long.toString(seed),
                    "--max-examples",
                    examples,
                    "--exclude-operation-id",
                    "revokeOwnToken",
                    "--exclude-operation-id",
                    "importEeg",
                    "--suppress-health-check",
                    "all",
                    "--no-color");
            HttpResponse<String> me =
                    ServedAtlas.send(atlas.request("GET", "/me", "", Map.of("Authorization", "Bearer " + token)));
            assertThat(me.statusCode()).as("the traffic has locked itself out").isEqualTo(200);
        }
    }

    @Test
    void theDocumentIsValidBySchemaOfTheStandard(@TempDir Path folder) throws Exception {
        run(
                "the document",
                folder,
                program("openapi-spec-validator").toString(),
                "--schema",
                "3.1",
                Path.of("openapi.json").toAbsolutePath().toString());
    }

    private static Path program(String name) {
        return SCHEMATHESIS.program(System.getenv(), name);
    }

    /** A token that may do everything, and survives what the traffic does to sessions. */
    private static String token(ServedAtlas atlas) throws Exception {
        Json scopes = Json.strings(
                Arrays.stream(Permission.values()).map(Permission::id).toList());
        String body = "{\"label\":\"fuzz\",\"scopes\":" + scopes.text() + "}";
        return text(ok(201, atlas.post("admin", "/me/tokens", body)), "token");
    }

    /** Runs a program that must end well; if it does not, what it said is in the failure. */
    private static void run(String purpose, Path folder, String... words) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(BOUND.toMinutes(), TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("%s: %s", purpose, Files.readString(output))
                .isZero();
    }
}
