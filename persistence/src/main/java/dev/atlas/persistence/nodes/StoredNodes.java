package dev.atlas.persistence.nodes;

import dev.atlas.domain.nodes.Node;
import dev.atlas.domain.nodes.Nodes;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredNodes extends StoredById<Node, NodeRow> implements Nodes {

    StoredNodes(NodeRows rows, NodeRowMapper mapper, Engine engine) {
        super(NodeRow.class, rows, mapper, engine);
    }

    @Override
    public List<Node> oldest(int limit) {
        return all(Listing.of(NodeRow.class).ascending("started_at", "id").atMost(limit));
    }
}
