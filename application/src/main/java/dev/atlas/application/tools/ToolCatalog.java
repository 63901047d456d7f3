package dev.atlas.application.tools;

import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectUseCases;
import dev.atlas.application.tracking.TrackingUseCases;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.Permission;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every tool there is. */
public final class ToolCatalog {

    private final SequencedMap<String, Tool> byName = new LinkedHashMap<>();

    public ToolCatalog(ProjectUseCases projects, TrackingUseCases tracking) {
        this(Stream.of(new ProjectTools(projects).all(), new ExperimentTools(tracking).all())
                .flatMap(List::stream)
                .toList());
    }

    /** These and no others. */
    public ToolCatalog(List<Tool> tools) {
        tools.forEach(tool -> byName.put(tool.name(), tool));
    }

    /** All, or those of a category; also those the caller may not use. */
    public List<Tool> list(Caller caller, @Nullable String category) {
        caller.require(Permission.CHAT_USE);
        return byName.values().stream()
                .filter(tool -> category == null || tool.category().equals(category))
                .toList();
    }

    /** Those there are tools of. */
    public Set<String> categories() {
        return byName.values().stream().map(Tool::category).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Tool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Those a model is offered in the name of this caller: of these categories, only the named ones if any are named, and none
     * that the caller may not use.
     */
    public List<Tool> offered(Caller caller, Collection<String> categories, Collection<String> names) {
        return byName.values().stream()
                .filter(tool -> categories.contains(tool.category()))
                .filter(tool -> names.isEmpty() || names.contains(tool.name()))
                .filter(tool -> tool.allowedTo(caller))
                .toList();
    }

    /** Throws {@link InvalidValue} naming {@code field} for a tool that is not there. */
    public void mustBeThere(String field, List<String> names) {
        if (!byName.keySet().containsAll(names)) {
            throw new InvalidValue(field, "must name tools that are there: " + String.join(", ", byName.keySet()));
        }
    }
}
