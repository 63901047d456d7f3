package dev.atlas.persistence.switching;

import dev.atlas.domain.Words;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.switching.Switch;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface SwitchRowMapper extends RowMapper<Switch, SwitchRow> {

    default String state(Switch.State state) {
        return Words.of(state);
    }

    default Switch.State state(String state) {
        return Words.constant(Switch.State.class, state);
    }

    default @Nullable String text(@Nullable Position position) {
        return position == null ? null : position.text();
    }

    default @Nullable Position position(@Nullable String text) {
        return text == null ? null : Position.parse("follow_from", text);
    }
}
