package dev.atlas.persistence.nodes;

import dev.atlas.domain.nodes.Node;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface NodeRowMapper extends RowMapper<Node, NodeRow> {}
