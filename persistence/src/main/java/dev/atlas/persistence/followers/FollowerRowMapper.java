package dev.atlas.persistence.followers;

import dev.atlas.domain.followers.Follower;
import dev.atlas.domain.storage.Position;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface FollowerRowMapper extends RowMapper<Follower, FollowerRow> {

    @Override
    @org.mapstruct.Mapping(target = "id", source = "name")
    FollowerRow toRow(Follower follower);

    @Override
    @org.mapstruct.Mapping(target = "name", source = "id")
    Follower toDomain(FollowerRow row);

    default String text(Position position) {
        return position.text();
    }

    default Position position(String text) {
        return Position.parse("position", text);
    }
}
