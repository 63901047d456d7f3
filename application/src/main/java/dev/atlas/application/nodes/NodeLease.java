package dev.atlas.application.nodes;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.nodes.Node;
import dev.atlas.domain.nodes.Nodes;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers this process with the store it serves from, under an id that no other process has, and renews that until it is
 * closed. Whoever must wait for all nodes finds them in the store. Nodes that stop renewing are removed by those that run,
 * judged by how long their version has stood still, never by the time in their record: a clock that jumps, here or there,
 * ends no lease and lengthens none.
 */
public final class NodeLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
    private static final Duration BETWEEN_RENEWALS = Node.LEASE.dividedBy(3);
    private static final int NODES = 1_000;

    /** Since when a node has been seen with this version. */
    private record Seen(long version, long since) {}

    private final Foundation foundation;
    private final LongSupplier elapsed;
    private final Map<Id<Node>, Seen> others = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Node node;

    private NodeLease(Foundation foundation, LongSupplier elapsed) {
        this.foundation = foundation;
        this.elapsed = elapsed;
        this.node = registered(foundation);
    }

    /**
     * Registers, and renews from a thread of its own.
     *
     * @throws StorageException if the store cannot be written
     */
    public static NodeLease take(Foundation foundation) {
        NodeLease lease = new NodeLease(foundation, System::nanoTime);
        Thread.ofVirtual().name("atlas-node-lease").start(lease::renewals);
        return lease;
    }

    /** Registers; whoever calls this renews. {@code elapsed} is nanoseconds that only ever pass. */
    public static NodeLease manual(Foundation foundation, LongSupplier elapsed) {
        return new NodeLease(foundation, elapsed);
    }

    /** Of this process. Another one once it was silent for so long that others took it for ended. */
    public synchronized Id<Node> id() {
        return node.id();
    }

    private void renewals() {
        try {
            while (!closed.await(BETWEEN_RENEWALS.toMillis(), TimeUnit.MILLISECONDS)) {
                renewOrLater();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewOrLater() {
        try {
            renew();
        } catch (StorageException e) {
            LOG.warn(
                    "The lease of this node could not be renewed now; the next renewal tries again: {}",
                    e.getMessage());
            LOG.debug("The lease of this node could not be renewed", e);
        } catch (RuntimeException e) {
            LOG.error("The lease of this node could not be renewed; the next renewal tries again", e);
        }
    }

    /** Renews this lease, and removes nodes whose lease has lapsed. */
    public synchronized void renew() {
        Optional<Node> renewed = foundation
                .storage()
                .write(to -> to.nodes().find(node.id()).map(found -> to.nodes()
                        .replace(Node.renewed(found, foundation.now()))))
                .value();
        node = renewed.orElseGet(() -> {
            LOG.warn(
                    "This node is not registered any more: others took it for ended, as its lease was not renewed, or the"
                            + " primary was switched; it goes on under a new id");
            return registered(foundation);
        });
        removeLapsed();
    }

    private static Node registered(Foundation foundation) {
        Node starting = Node.starting(foundation.ids().next(), foundation.now());
        return foundation.storage().write(to -> to.nodes().add(starting)).value();
    }

    private void removeLapsed() {
        long now = elapsed.getAsLong();
        List<Node> present = foundation.storage().read(from -> from.nodes().oldest(NODES)).stream()
                .filter(each -> !each.id().equals(node.id()))
                .toList();
        others.keySet().retainAll(present.stream().map(Node::id).toList());
        present.forEach(each -> others.merge(
                each.id(),
                new Seen(each.version(), now),
                (before, seen) -> before.version() == seen.version() ? before : seen));
        List<Node> lapsed =
                present.stream().filter(each -> hasLapsed(each, now)).toList();
        if (!lapsed.isEmpty()) {
            foundation.storage().write(to -> remove(to, lapsed));
            LOG.info("Nodes whose lease lapsed are forgotten: {}", lapsed.size());
        }
    }

    private boolean hasLapsed(Node other, long now) {
        Seen seen = others.get(other.id());
        return seen != null && now - seen.since() > Node.LEASE.toNanos();
    }

    /** Those that are still as they were seen. */
    private static boolean remove(Repositories repositories, Collection<Node> lapsed) {
        Nodes nodes = repositories.nodes();
        lapsed.stream()
                .filter(each -> nodes.find(each.id())
                        .filter(found -> found.version() == each.version())
                        .isPresent())
                .forEach(each -> nodes.remove(each.id()));
        return true;
    }

    /** Ends the lease; if the store cannot be written, it lapses. */
    @Override
    public synchronized void close() {
        closed.countDown();
        try {
            Id<Node> own = node.id();
            foundation.storage().write(to -> to.nodes().remove(own));
        } catch (StorageException e) {
            LOG.warn("The lease of this node could not be ended; it lapses by itself", e);
        }
    }
}
