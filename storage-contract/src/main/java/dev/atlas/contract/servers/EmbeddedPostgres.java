package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts PostgreSQL 18 from the class path, on a new and empty data folder. */
final class EmbeddedPostgres {
    static final String USER = "atlas";
    static final String PASSWORD = "atlas";
    static final String DATABASE = "postgres";

    private static final Duration INIT_BOUND = Duration.ofMinutes(2);

    private EmbeddedPostgres() {}

    /**
     * Starts a server that listens on loopback.
     *
     * @param port where it listens
     * @param settings settings of the server as {@code name=value}
     */
    static ProcessDeployment start(Map<String, String> environment, int port, List<String> settings) {
        Account account = Account.forPostgres();
        Path folder = Folders.temporary("postgres");
        account.own(folder);
        PostgresPrograms programs = account.isForeign()
                ? PostgresPrograms.unpackedInto(folder.resolve("programs"))
                : PostgresPrograms.cached(environment);
        Path data = folder.resolve("data");
        try {
            initialise(account, programs, folder, data);
        } catch (ServerException failure) {
            Folders.delete(folder);
            throw failure;
        }
        Stream<String> words = Stream.of(
                programs.program("postgres"),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "dynamic_shared_memory_type=mmap");
        Stream<String> switches = settings.stream().flatMap(setting -> Stream.of("-c", setting));
        Command command = account.command(Stream.concat(words, switches).toArray(String[]::new));
        return ProcessDeployment.start("embedded PostgreSQL", command, "QUIT", folder);
    }

    /**
     * Makes the data folder: passwords are really checked, text is compared by code point, and letters of all languages
     * have upper and lower case, whatever the locale of the machine.
     */
    private static void initialise(Account account, PostgresPrograms programs, Path folder, Path data) {
        Path password = folder.resolve("password");
        try {
            Files.writeString(password, PASSWORD);
            account.own(password);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write to " + folder, failure);
        }
        account.command(
                        programs.program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-sync",
                        "--no-instructions")
                .require("Making a data folder for PostgreSQL", INIT_BOUND);
    }
}
