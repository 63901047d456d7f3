package dev.atlas.bench;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * Atlas as it is, on a new store of one engine, with the bare endpoint of {@link BareController} beside its own. Says
 * {@code ready PORT}; answers {@code seed OWNER ROWS FILE} and {@code usage ROWS} on its input by {@code seeded}; ends with its
 * input.
 *
 * <p>Servers of PostgreSQL and MongoDB come from where the tests get theirs, set up for durability like a new installation.
 */
public final class BenchServer {

    private BenchServer() {}

    /** Arguments: the engine, the folder of its data, the password of {@code admin}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "sqlite" -> serve("sqlite:" + folder.resolve("atlas.db"), folder, arguments[2]);
            case "postgres" -> {
                try (PostgresServer server = PostgresServer.startPrivate()) {
                    serve(server.createDatabase(), folder, arguments[2]);
                }
            }
            case "mongo" -> {
                try (MongoServer server = MongoServer.startPrivate()) {
                    serve(server.createDatabase(), folder, arguments[2]);
                }
            }
            default -> throw new IllegalArgumentException("no engine " + arguments[0]);
        }
    }

    private static void serve(String url, Path folder, String password) throws IOException {
        Clock clock = Clock.systemUTC();
        PrintStream out = System.out;
        try (Storage storage = StorageEngines.installed().open("the bench", url, Map.of())) {
            Foundation foundation = new Foundation(storage, clock, new Ids(clock, new SecureRandom()));
            Atlas atlas = Atlas.over(foundation, Keyring.of(Map.of("ATLAS_DATA", folder.toString())));
            atlas.identity().bootstrap().run(password);
            try (Server server = Server.start(atlas, new ServerSettings("127.0.0.1", 0, Set.of()));
                    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                out.println("ready " + server.uri().getPort());
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] words = line.split(" ", 4);
                    if (words[0].equals("usage")) {
                        new UsageSeed(foundation).fill(Integer.parseInt(words[1]));
                    } else {
                        new Seed(foundation, Id.parse("owner", words[1]))
                                .projects(Integer.parseInt(words[2]), Path.of(words[3]));
                    }
                    out.println("seeded");
                }
            }
        }
    }
}
