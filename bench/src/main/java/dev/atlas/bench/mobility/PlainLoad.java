package dev.atlas.bench.mobility;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bson.RawBsonDocument;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Loads the projects of a store into a new one of the same engine by the fastest plain means of that engine, with neither
 * checks nor proof: what a copy is held against. Reading them beforehand does not count.
 */
final class PlainLoad {

    private static final String TABLE = "projects";
    private static final int BATCH = 1_000;

    private PlainLoad() {}

    /** How long it took. The new store must have its schema. */
    static Duration of(String engine, String from, String to) throws SQLException, IOException {
        return switch (engine) {
            case "sqlite" -> sqlite(from, to);
            case "postgres" -> postgres(from, to);
            case "mongo" -> mongo(from, to);
            default -> throw new IllegalArgumentException("no engine " + engine);
        };
    }

    /** As {@code .import} does: one statement, one transaction. */
    private static Duration sqlite(String from, String to) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Connection source = DriverManager.getConnection("jdbc:" + from);
                Statement statement = source.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + TABLE)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        try (Connection target = DriverManager.getConnection("jdbc:" + to)) {
            dropTriggers(target);
            long start = System.nanoTime();
            target.setAutoCommit(false);
            String marks = String.join(", ", Collections.nCopies(rows.getFirst().length, "?"));
            try (PreparedStatement insert =
                    target.prepareStatement("INSERT INTO " + TABLE + " VALUES (" + marks + ")")) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.executeUpdate();
                }
            }
            target.commit();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static void dropTriggers(Connection target) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = target.createStatement()) {
            try (ResultSet result = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                while (result.next()) {
                    names.add(result.getString(1));
                }
            }
            for (String name : names) {
                statement.executeUpdate("DROP TRIGGER \"" + name + "\"");
            }
        }
    }

    private static Duration postgres(String from, String to) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (Connection source = postgres(from)) {
            copies(source).copyOut("COPY " + TABLE + " TO STDOUT (FORMAT binary)", rows);
        }
        try (Connection target = postgres(to);
                Statement statement = target.createStatement()) {
            // neither triggers nor foreign keys
            statement.execute("SET session_replication_role = replica");
            long start = System.nanoTime();
            copies(target)
                    .copyIn(
                            "COPY " + TABLE + " FROM STDIN (FORMAT binary)",
                            new ByteArrayInputStream(rows.toByteArray()));
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static Connection postgres(String url) throws SQLException {
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        String address = "jdbc:postgresql://%s:%d%s".formatted(uri.getHost(), uri.getPort(), uri.getPath());
        return DriverManager.getConnection(address, user[0], user.length == 1 ? "" : user[1]);
    }

    private static Duration mongo(String from, String to) {
        try (MongoClient source = MongoClients.create(from);
                MongoClient target = MongoClients.create(to)) {
            List<RawBsonDocument> rows = collection(source, from).find().into(new ArrayList<>());
            MongoCollection<RawBsonDocument> collection = collection(target, to);
            long start = System.nanoTime();
            for (int i = 0; i < rows.size(); i += BATCH) {
                collection.insertMany(
                        rows.subList(i, Math.min(i + BATCH, rows.size())), new InsertManyOptions().ordered(false));
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static MongoCollection<RawBsonDocument> collection(MongoClient client, String url) {
        String database = Objects.requireNonNull(new ConnectionString(url).getDatabase());
        return client.getDatabase(database).getCollection(TABLE, RawBsonDocument.class);
    }
}
