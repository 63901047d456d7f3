package dev.atlas.postgres;

import dev.atlas.domain.storage.CannotOpen;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database on a server, as people write it: {@value #FORM}. Several hosts are separated by commas; the parameters are
 * those of the JDBC driver, and of libpq where it has another name for the same.
 *
 * @param user null where the driver shall find it itself, as {@code psql} does
 * @param password never shown
 */
record DatabaseUrl(
        List<Host> hosts,
        String database,
        @Nullable String user,
        @Nullable String password,
        SequencedMap<String, String> parameters) {

    static final String FORM = "postgresql://user:password@host:port/database";

    private static final int DEFAULT_PORT = 5432;
    private static final Pattern URL =
            Pattern.compile("postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<hosts>[^@/?]+)/(?<database>[^/?]+)(?:\\?(?<query>.*))?");
    private static final Pattern HOST = Pattern.compile("(?<name>\\[[^]]+]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "target_session_attrs", "targetServerType");

    /** One server. */
    record Host(String name, int port) {
        @Override
        public String toString() {
            return name + ":" + port;
        }
    }

    /** Throws {@link CannotOpen}, which does not quote the URL as it may hold a password. */
    static DatabaseUrl parse(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw malformed(null);
        }
        try {
            return new DatabaseUrl(
                    hosts(parts.group("hosts")),
                    decoded(parts.group("database")),
                    decodedOrNull(parts.group("user")),
                    decodedOrNull(parts.group("password")),
                    parameters(parts.group("query")));
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private static CannotOpen malformed(@Nullable Throwable cause) {
        return new CannotOpen(
                "The PostgreSQL URL cannot be read: set " + Backend.URL_SETTING + " to " + FORM
                        + ", with special characters percent-encoded.",
                cause);
    }

    private static List<Host> hosts(String hosts) {
        List<Host> found = new ArrayList<>();
        for (String each : hosts.split(",", -1)) {
            Matcher host = HOST.matcher(each);
            if (!host.matches()) {
                throw malformed(null);
            }
            String port = host.group("port");
            int number = port == null ? DEFAULT_PORT : Integer.parseInt(port);
            if (number < 1 || number > 65_535) {
                throw malformed(null);
            }
            found.add(new Host(decoded(host.group("name")), number));
        }
        return List.copyOf(found);
    }

    private static SequencedMap<String, String> parameters(@Nullable String query) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                if (equals < 1) {
                    throw malformed(null);
                }
                String name = decoded(parameter.substring(0, equals));
                parameters.put(DRIVER_NAMES.getOrDefault(name, name), decoded(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static @Nullable String decodedOrNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : decoded(text);
    }

    /** Undoes percent-encoding; a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The servers alone, for sentences. */
    String server() {
        return String.join(",", hosts.stream().map(Host::toString).toList());
    }

    /** Without password and parameters, which may hold one too. */
    @Override
    public String toString() {
        return "postgresql://" + (user == null ? "" : user + "@") + server() + "/" + database;
    }
}
