package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The account that PostgreSQL runs under. It refuses to run as root, so root needs a way around that. */
enum Account {
    /** The account of this JVM. */
    OWN,
    /** The account of this JVM, which is root, in a user namespace in which it appears as nobody. */
    NAMESPACE,
    /** The account {@code nobody}, where root may not make user namespaces, as in most containers. */
    NOBODY;

    private static final Duration PROBE_BOUND = Duration.ofSeconds(10);

    /**
     * Finds the account to use on this machine.
     *
     * @throws ServerException when this JVM runs as root and the machine has neither way around it
     */
    static Account forPostgres() {
        if (!Command.of("id", "-u").run(PROBE_BOUND).output().equals("0")) {
            return OWN;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(Account::isUsable)
                .findFirst()
                .orElseThrow(
                        () -> new ServerException("PostgreSQL refuses to run as root, and neither \"unshare -U\" nor"
                                + " \"setpriv --reuid=nobody\" works here. Run the tests as another user, install"
                                + " util-linux, or set " + PostgresServer.URL_VARIABLE));
    }

    private boolean isUsable() {
        Command.Result id = command("id", "-u").run(PROBE_BOUND);
        return id.succeeded() && !id.output().equals("0");
    }

    /** A command that runs under this account. */
    Command command(String... words) {
        return new Command(Stream.concat(switching(), Stream.of(words)).toList());
    }

    private Stream<String> switching() {
        return switch (this) {
            case OWN -> Stream.empty();
            case NAMESPACE -> Stream.of("unshare", "-U");
            case NOBODY -> Stream.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
        };
    }

    /** Whether files that are private to this JVM's account are out of reach for this one. */
    boolean isForeign() {
        return this == NOBODY;
    }

    /** Makes the account the owner of a file or folder. */
    void own(Path file) {
        if (isForeign()) {
            try {
                var nobody =
                        file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
                Files.setOwner(file, nobody);
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot hand " + file + " over to nobody", failure);
            }
        }
    }
}
