package dev.atlas.domain.nodes;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import java.time.Duration;
import java.time.Instant;

/**
 * A process that serves from a store, with a lease that it renews while it runs. Each renewal is a new version; whether a
 * node still runs is judged by that alone, see {@link #LEASE}, since clocks jump.
 *
 * @param startedAt by the node's clock, for people
 * @param renewedAt by the node's clock, for people
 */
public record Node(Id<Node> id, Instant startedAt, Instant renewedAt, long version) {

    /**
     * A node runs as long as nobody has watched one version of it for this long, by a clock that does not jump. Source:
     * decision on node ids.
     */
    public static final Duration LEASE = Duration.ofSeconds(30);

    public Node {
        startedAt = Instants.micros("started_at", startedAt);
        renewedAt = Instants.micros("renewed_at", renewedAt);
    }

    /** One that starts now. */
    public static Node starting(Id<Node> id, Instant now) {
        return new Node(id, now, now, 0);
    }

    /** The same node, heard of now. */
    public static Node renewed(Node node, Instant now) {
        return new Node(node.id, node.startedAt, now, node.version);
    }
}
