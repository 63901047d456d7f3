package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts SecantusDB, a server that speaks the protocol of MongoDB, where there is neither {@code mongod} nor Docker. It
 * is a Python package; the first start installs it into a virtual environment in the user's cache folder.
 */
final class Secantus {
    private static final String VERSION = "0.7.0b3";
    private static final Duration PROBE_BOUND = Duration.ofSeconds(20);
    private static final Duration INSTALL_BOUND = Duration.ofMinutes(5);
    private static final List<String> PYTHONS =
            List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3");

    /** Ends with an error where the version is not supported or no virtual environment can be made. */
    private static final String PROBE =
            "import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))";

    private Secantus() {}

    /**
     * Starts a server with an empty storage folder.
     *
     * @param port where it listens on loopback
     * @param durable whether every commit goes to the disk before it is acknowledged
     */
    static ProcessDeployment start(Map<String, String> environment, int port, boolean durable) {
        Path program = program(installation(environment));
        Path folder = Folders.temporary("secantus");
        Path settings = folder.resolve("secantusd.toml");
        try {
            Files.createFile(settings);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write to " + folder, failure);
        }
        Stream<String> words = Stream.of(
                program.toString(),
                "--config",
                settings.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--storage-path",
                folder.resolve("data").toString(),
                "--cache-size",
                "256M",
                "--enable-test-commands");
        Stream<String> durability = durable ? Stream.of("--sync-on-commit") : Stream.empty();
        Command command = new Command(Stream.concat(words, durability).toList());
        return ProcessDeployment.start("SecantusDB " + VERSION, command, "KILL", folder);
    }

    private static Path installation(Map<String, String> environment) {
        CacheFolder cache = CacheFolder.of(environment, "secantus-" + VERSION);
        return cache.filled(Secantus::isIntact, Secantus::install);
    }

    private static Path program(Path installation) {
        return installation.resolve("bin").resolve("secantusd-py");
    }

    /** The Python that an installation refers to may have been removed since. */
    private static boolean isIntact(Path installation) {
        return Files.isExecutable(program(installation))
                && Files.isExecutable(installation.resolve("bin").resolve("python"));
    }

    private static String install(Path folder) {
        String python = PYTHONS.stream()
                .filter(candidate ->
                        Command.of(candidate, "-c", PROBE).run(PROBE_BOUND).succeeded())
                .findFirst()
                .orElseThrow(() -> failure(
                        "none of " + PYTHONS + " is a Python 3.10 to 3.13 with the modules venv and ensurepip", null));
        try {
            Command.of(python, "-m", "venv", folder.toString()).require("Making a virtual environment", INSTALL_BOUND);
            Command.of(
                            folder.resolve("bin").resolve("python").toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--no-input",
                            "--disable-pip-version-check",
                            "SecantusDB==" + VERSION)
                    .require("Installing SecantusDB", INSTALL_BOUND);
        } catch (ServerException cause) {
            throw failure(String.valueOf(cause.getMessage()), cause);
        }
        return "SecantusDB " + VERSION + " with " + python + "; may be deleted at any time\n";
    }

    private static ServerException failure(String reason, @Nullable Throwable cause) {
        return new ServerException(
                "There is no MongoDB to test with. Set " + MongoServer.URL_VARIABLE + " to the URL of a replica set,"
                        + " put mongod on the search path, start Docker, or make Python 3.10 to 3.13 with a reachable"
                        + " package index available for SecantusDB " + VERSION + ". Now: " + reason,
                cause);
    }
}
