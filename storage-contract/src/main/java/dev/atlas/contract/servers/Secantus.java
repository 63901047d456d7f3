package dev.atlas.contract.servers;

import dev.atlas.contract.servers.MongoSource.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts SecantusDB, a server that speaks the protocol of MongoDB, where there is neither {@code mongod} nor Docker. It
 * is a Python package; the first start installs it into a virtual environment in the user's cache folder.
 */
final class Secantus {
    private static final String VERSION = "0.7.0b3";
    private static final PythonPackage PACKAGE = new PythonPackage("SecantusDB", VERSION, List.of());

    private Secantus() {}

    /**
     * Starts a server with an empty storage folder.
     *
     * @param port where it listens on loopback
     * @param durable whether every commit goes to the disk before it is acknowledged
     */
    static ProcessDeployment start(Map<String, String> environment, int port, boolean durable, Topology topology) {
        Path program = program(environment);
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
        Stream<String> alone = topology == Topology.STANDALONE ? Stream.of("--standalone") : Stream.empty();
        Command command = new Command(
                Stream.of(words, durability, alone).flatMap(each -> each).toList());
        return ProcessDeployment.start("SecantusDB " + VERSION, command, "KILL", folder);
    }

    private static Path program(Map<String, String> environment) {
        try {
            return PACKAGE.program(environment, "secantusd-py");
        } catch (ServerException cause) {
            throw failure(String.valueOf(cause.getMessage()), cause);
        }
    }

    private static ServerException failure(String reason, Throwable cause) {
        return new ServerException(
                "There is no MongoDB to test with. Set " + MongoServer.URL_VARIABLE + " to the URL of a replica set,"
                        + " put mongod on the search path, start Docker, or make Python 3.10 to 3.13 with a reachable"
                        + " package index available for SecantusDB " + VERSION + ". Now: " + reason,
                cause);
    }
}
