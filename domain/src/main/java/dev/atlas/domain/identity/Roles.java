package dev.atlas.domain.identity;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** Every role, by its name. Users of a removed role may do nothing; whoever removes one sees to it that nobody has it. */
public interface Roles extends Aggregates<String, Role> {

    /** All, by name. */
    List<Role> all();
}
