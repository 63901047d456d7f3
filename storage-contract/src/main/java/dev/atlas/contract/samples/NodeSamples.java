package dev.atlas.contract.samples;

import dev.atlas.domain.Id;
import dev.atlas.domain.nodes.Node;
import dev.atlas.domain.storage.Repositories;
import java.util.List;

/** Processes that serve from a store. */
public final class NodeSamples {

    public static final Port<Id<Node>, Node> NODES = new Port<>(
            "nodes",
            Repositories::nodes,
            (samples, repositories) -> new Node(samples.id(), samples.instant(), samples.instant(), 0),
            List.of());

    public static final List<Port<?, ?>> PORTS = List.of(NODES);

    private NodeSamples() {}
}
