package dev.atlas.persistence;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path as a store needs it. Classes are those of the parent; only what Micronaut lists of a library's beans is
 * hidden where no store can need them, because looking at those of the whole service doubles the time a store takes to open.
 */
public final class EngineLibraries extends ClassLoader {

    private static final String BEANS = "META-INF/micronaut";

    /** How the names of the libraries that only the service needs begin. */
    private static final List<String> SERVICE = List.of(
            "atlas-api-",
            "micronaut-buffer-",
            "micronaut-discovery-",
            "micronaut-http-",
            "micronaut-management-",
            "micronaut-micrometer-",
            "micronaut-retry-",
            "micronaut-router-",
            "micronaut-validation-");

    private final List<String> hidden;

    /** @param otherEngines how the names of the libraries begin that only other engines need */
    public EngineLibraries(String... otherEngines) {
        super(EngineLibraries.class.getClassLoader());
        this.hidden = Stream.concat(SERVICE.stream(), Stream.of(otherEngines)).toList();
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        return name.startsWith(BEANS)
                ? Collections.enumeration(
                        Collections.list(all).stream().filter(this::shown).toList())
                : all;
    }

    private boolean shown(URL resource) {
        String path = resource.getPath();
        int end = path.indexOf("!/");
        String library = end < 0 ? "" : path.substring(path.lastIndexOf('/', end) + 1, end);
        return hidden.stream().noneMatch(library::startsWith);
    }
}
