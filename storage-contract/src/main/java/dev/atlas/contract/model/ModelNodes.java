package dev.atlas.contract.model;

import dev.atlas.contract.samples.NodeSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.nodes.Node;
import dev.atlas.domain.nodes.Nodes;
import java.util.Comparator;
import java.util.List;

final class ModelNodes extends ModelAggregates<Id<Node>, Node> implements Nodes {

    ModelNodes(Model model) {
        super(NodeSamples.NODES, model);
    }

    @Override
    public List<Node> oldest(int limit) {
        return where(node -> true)
                .sorted(Comparator.comparing(Node::startedAt)
                        .thenComparing(node -> node.id().value(), Id::compare))
                .limit(limit)
                .toList();
    }
}
