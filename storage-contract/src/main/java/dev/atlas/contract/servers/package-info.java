/**
 * Database servers for tests, and the means to disturb them.
 *
 * <p>{@link dev.atlas.contract.servers.PostgresServer} and {@link dev.atlas.contract.servers.MongoServer} find or start
 * a server wherever tests run: one given by URL, one in a container, or one that needs nothing but this library. The
 * shared server is for every test that only stores data, each in a database of its own; a private server may be paused,
 * killed and restarted. {@link dev.atlas.contract.servers.Proxy} stands in front of either and disturbs the network.
 *
 * <p>Servers are started as processes of the local machine on Linux and macOS only.
 */
@NullMarked
package dev.atlas.contract.servers;

import org.jspecify.annotations.NullMarked;
