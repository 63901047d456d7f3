package dev.atlas.contract.servers;

import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The URL of a database on a server, taken apart: {@code scheme://user:password@hosts/database?query}. Parts are kept
 * as they were written (percent-encoded); a part that is missing is empty.
 *
 * @param scheme {@code postgresql}, {@code mongodb}, or what else stands before {@code ://}
 * @param userInfo user and password as written
 * @param hosts one {@code host:port}, or several separated by commas
 * @param database the name of the database
 * @param query the parameters without the question mark
 */
record ServerUrl(String scheme, String userInfo, String hosts, String database, String query) {
    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>[a-z+]+)://(?:(?<user>[^@/]*)@)?(?<hosts>[^/?@]+)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");
    private static final Pattern HOST = Pattern.compile("(?<host>\\[[^]]+]|[^:,]+)(?::(?<port>\\d+))?");

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException when it does not have the form above; the message does not quote it, as it may
     *     hold a password
     */
    static ServerUrl parse(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a URL of the form scheme://user:password@host:port/database");
        }
        return new ServerUrl(
                parts.group("scheme"),
                part(parts, "user"),
                parts.group("hosts"),
                part(parts, "database"),
                part(parts, "query"));
    }

    private static String part(Matcher parts, String name) {
        return Optional.ofNullable(parts.group(name)).orElse("");
    }

    /** The host and port of this URL, with the usual port of the scheme when none is written. */
    InetSocketAddress address() {
        Matcher parts = HOST.matcher(hosts);
        if (!parts.matches() || scheme.endsWith("+srv")) {
            throw new IllegalArgumentException("One host and port is needed here, not " + scheme + "://" + hosts);
        }
        String host = parts.group("host").replaceAll("[\\[\\]]", "");
        int port =
                Optional.ofNullable(parts.group("port")).map(Integer::parseInt).orElseGet(this::usualPort);
        return new InetSocketAddress(host, port);
    }

    private int usualPort() {
        return scheme.equals("mongodb") ? 27_017 : 5_432;
    }

    /** The user, decoded; empty when the URL names none. */
    String user() {
        return decoded(userInfo.contains(":") ? userInfo.substring(0, userInfo.indexOf(':')) : userInfo);
    }

    /** The password, decoded; empty when the URL names none. */
    String password() {
        return userInfo.contains(":") ? decoded(userInfo.substring(userInfo.indexOf(':') + 1)) : "";
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The same server, another database. */
    ServerUrl withDatabase(String name) {
        return new ServerUrl(scheme, userInfo, hosts, name, query);
    }

    /** The same database, reached at another host and port. */
    ServerUrl withHost(String host, int port) {
        return new ServerUrl(scheme, userInfo, host + ":" + port, database, query);
    }

    /** The same URL with one parameter set, replacing an earlier value of it. */
    ServerUrl with(String parameter, String value) {
        String others = without(parameter).query;
        String setting = parameter + "=" + value;
        return new ServerUrl(scheme, userInfo, hosts, database, others.isEmpty() ? setting : others + "&" + setting);
    }

    /** The same URL without one parameter. */
    ServerUrl without(String parameter) {
        String others = Arrays.stream(query.split("&", -1))
                .filter(setting -> !setting.isEmpty() && !names(setting, parameter))
                .collect(Collectors.joining("&"));
        return new ServerUrl(scheme, userInfo, hosts, database, others);
    }

    /** Whether a parameter is set in this URL. */
    boolean has(String parameter) {
        return Arrays.stream(query.split("&", -1)).anyMatch(setting -> names(setting, parameter));
    }

    private static boolean names(String setting, String parameter) {
        return setting.regionMatches(true, 0, parameter + "=", 0, parameter.length() + 1);
    }

    /** The URL as text, password included. */
    @Override
    public String toString() {
        return scheme + "://"
                + (userInfo.isEmpty() ? "" : userInfo + "@")
                + hosts
                + "/"
                + database
                + (query.isEmpty() ? "" : "?" + query);
    }
}
