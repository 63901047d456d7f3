package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.storage.Engines;
import dev.atlas.contract.Await;
import dev.atlas.domain.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two servers on the same stores are one Atlas: what is done at one holds at the other within a second. */
@Timeout(180)
@Order(1)
@Isolated // it measures
class TwoNodesTest {

    /** A machine may be busy. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** What is promised, which the fastest of a few attempts keeps however busy the machine is. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    /** Of one account, after which nobody signs in to it for a while. */
    private static final int FAILURES = 5;

    @TempDir
    private Path folder;

    /** The last pair: two servers of databases, where there are any. */
    static Stream<List<String>> pair() {
        List<List<String>> pairs = Engines.pairs().toList();
        return Stream.of(pairs.getLast());
    }

    @ParameterizedTest
    @MethodSource("pair")
    void what_is_done_at_one_holds_at_the_other(List<String> direction) throws Exception {
        Store here = Store.on(direction.getFirst(), folder);
        Store there = Store.on(direction.getLast(), folder);
        try (ServedProcess one = ServedProcess.start(folder, here.mirroredTo(there));
                ServedProcess two = ServedProcess.start(folder, here.mirroredTo(there));
                Projects atOne = Projects.of(one);
                Projects atTwo = Projects.of(two)) {
            requireOneThrottle(atOne, atTwo);
            requirePermissionsAgree(atOne, two);
            List<Duration> took = new ArrayList<>();
            took.add(switched(atOne, atTwo, 1));
            requireOneThrottle(atTwo, atOne);
            requirePermissionsAgree(atTwo, one);
            took.add(switched(atTwo, atOne, 2));
            assertThat(Collections.min(took)).isLessThan(PROMISED);
        }
    }

    /** Failures at both count together. */
    private static void requireOneThrottle(Projects here, Projects there) {
        String wrong = Projects.credentials("guessed-" + UUID.randomUUID(), "not the password");
        for (int i = 0; i < FAILURES; i++) {
            Projects asked = i % 2 == 0 ? here : there;
            assertThat(asked.status("POST", "/auth/login", wrong)).isEqualTo(401);
        }
        assertThat(here.status("POST", "/auth/login", wrong)).isEqualTo(429);
        assertThat(there.status("POST", "/auth/login", wrong)).isEqualTo(429);
    }

    /** Another role, and being deactivated, count at the node that was not told. */
    private static void requirePermissionsAgree(Projects here, ServedProcess other)
            throws IOException, InterruptedException {
        String name = "somebody-" + UUID.randomUUID();
        String path = "/users/" + Projects.text(here.post("/users", user(name)), "id");
        List<Duration> took = new ArrayList<>();
        try (Projects there = Projects.of(other, name)) {
            assertThat(making(there)).isEqualTo(403);
            for (String role : List.of("member", "viewer", "member")) {
                int expected = role.equals("member") ? 201 : 403;
                assertThat(here.status("PATCH", path, "{\"role\":\"" + role + "\"}"))
                        .isEqualTo(200);
                took.add(until(() -> making(there) == expected, role + " counts at the other node"));
            }
            assertThat(here.status("POST", path + "/deactivate", "")).isEqualTo(200);
            until(() -> there.status("GET", "/me", "") == 401, "the deactivation counts at the other node");
        }
        assertThat(Collections.min(took)).isLessThan(PROMISED);
    }

    private static String user(String name) {
        return "{\"role\":\"viewer\","
                + Projects.credentials(name, ServedProcess.PASSWORD).substring(1);
    }

    private static int making(Projects somebody) {
        return somebody.status("POST", "/projects", "{\"name\":\"" + UUID.randomUUID() + "\"}");
    }

    /** How long after a switch at one node the other one says the same. */
    private static Duration switched(Projects here, Projects there, int epoch)
            throws IOException, InterruptedException {
        String path = "/storage/operations/" + Projects.text(here.post("/storage/switch", ""), "id");
        until(() -> !Projects.text(asked(here, path), "state").equals("running"), "the switch ends");
        assertThat(asked(here, path).text()).contains("\"state\":\"succeeded\"");
        assertThat(epoch(here)).isEqualTo(epoch);
        return until(() -> epoch(there) == epoch, "the other node says so");
    }

    /** Of the store that the node serves from. */
    private static long epoch(Projects node) {
        return asked(node, "/storage").members().get("epoch") instanceof Json.Num(BigDecimal value)
                ? value.longValueExact()
                : -1;
    }

    private static Json.Obj asked(Projects projects, String path) {
        try {
            return projects.get(path);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration until(BooleanSupplier condition, String what) {
        long start = System.nanoTime();
        Await.until(BOUND, condition, () -> "It is not so that " + what);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
