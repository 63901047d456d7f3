package dev.atlas.api.operations;

import dev.atlas.application.Atlas;
import dev.atlas.application.storage.ObservedStorage;
import dev.atlas.application.storage.StorageObserver;
import dev.atlas.domain.Words;
import dev.atlas.domain.storage.StorageLoad;
import dev.atlas.domain.storage.Term;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Measures the store while the service runs. Labels come from closed sets: the engine, the ports and their methods, reading
 * or writing, and the ways a unit of work can end.
 */
@Context
@io.micronaut.context.annotation.Requires(beans = Atlas.class)
final class StorageMetrics implements StorageObserver {

    private record UnitKey(String engine, Purpose purpose, String outcome) {}

    /** Ports inherit most of their methods, so the method alone does not name the operation. */
    private record OperationKey(String engine, Method port, Method operation) {}

    /** Which engine serves in which term. */
    private record Serving(Term term, String engine) {}

    private final MeterRegistry registry;
    private final ObservedStorage storage;
    private final Set<String> engines = ConcurrentHashMap.newKeySet();
    private volatile Serving serving;
    private final Map<UnitKey, Timer> units = new ConcurrentHashMap<>();
    private final Map<OperationKey, Timer> operations = new ConcurrentHashMap<>();

    StorageMetrics(MeterRegistry registry, Atlas atlas) {
        this.registry = registry;
        this.storage = atlas.storage();
        this.serving = new Serving(storage.term(), storage.describe().engine());
        watch(serving.engine());
        Gauge.builder("atlas.storage.epoch", storage, watched -> watched.term().epoch())
                .description("How often the primary was switched")
                .register(registry);
        storage.observe(this);
    }

    @PreDestroy
    void stop() {
        storage.observe(null);
    }

    @Override
    public void unit(Purpose purpose, String outcome, long nanos) {
        units.computeIfAbsent(new UnitKey(engine(), purpose, outcome), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void operation(Method port, Method operation, long nanos) {
        operations
                .computeIfAbsent(new OperationKey(engine(), port, operation), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The engine of the store that serves at this moment. It changes with a switch alone, which begins another term. */
    private String engine() {
        Term now = storage.term();
        Serving known = serving;
        if (!known.term().equals(now)) {
            known = new Serving(now, storage.describe().engine());
            watch(known.engine());
            serving = known;
        }
        return known.engine();
    }

    private Timer timer(UnitKey key) {
        return Timer.builder("atlas.storage.units")
                .description("Units of work, from asking to the durable end")
                .tag("engine", key.engine())
                .tag("operation", Words.of(key.purpose()))
                .tag("outcome", key.outcome())
                .register(registry);
    }

    private Timer timer(OperationKey key) {
        return Timer.builder("atlas.storage.operations")
                .description("Single questions and changes within units of work")
                .tag("engine", key.engine())
                .tag("port", key.port().getName())
                .tag("operation", key.operation().getName())
                .register(registry);
    }

    /** What an engine is under, while its store serves; 0 after a switch away from it. The registry takes no gauge twice. */
    private void watch(String engine) {
        if (!engines.add(engine)) {
            return;
        }
        gauge(
                engine,
                "atlas.storage.connections.in_use",
                "Connections that units of work hold",
                StorageLoad::connectionsInUse);
        gauge(engine, "atlas.storage.connections.max", "The most connections there can be", StorageLoad::connections);
        gauge(
                engine,
                "atlas.storage.units.waiting",
                "Units of work that wait for their turn",
                StorageLoad::unitsWaiting);
    }

    private void gauge(String engine, String name, String description, ToIntFunction<StorageLoad> value) {
        Gauge.builder(name, storage, watched -> engine.equals(engine()) ? value.applyAsInt(watched.load()) : 0)
                .description(description)
                .tag("engine", engine)
                .register(registry);
    }
}
