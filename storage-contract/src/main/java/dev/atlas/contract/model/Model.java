package dev.atlas.contract.model;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.Link;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A store in memory for one thread: maps, and the rules written down in {@link Ports}. */
public final class Model {

    private final Map<String, Object> ports = new HashMap<>();
    private final List<Kind> kinds;
    private Map<String, Map<Object, Record>> state = new HashMap<>();

    public Model(List<Kind> kinds) {
        this.kinds = kinds;
        ports.putAll(ModelIdentity.ports(this));
        ports.put("idempotencyRecords", new ModelIdempotencyRecords(this));
        ports.put("nodes", new ModelNodes(this));
        ports.put("followers", new ModelFollowers(this));
        ports.put("switches", new ModelSwitches(this));
        ports.put("projects", new ModelProjects(this));
        ports.put("projectMembers", new ModelProjectMembers(this));
        ports.put("experiments", new ModelExperiments(this));
        ports.put("epochs", new ModelEpochs(this));
        ports.put("checkpoints", new ModelCheckpoints(this));
        ports.put("subjects", new ModelSubjects(this));
        ports.put("cacheFiles", new ModelCacheFiles(this));
        ports.put("chatSessions", new ModelChatSessions(this));
        ports.put("chatMessages", new ModelChatMessages(this));
        ports.put("chatAllowances", new ModelChatAllowances(this));
        ports.put("modelPrices", new ModelModelPrices(this));
        ports.put("usageRecords", new ModelUsageRecords(this));
        ports.put("pendingCalls", new ModelPendingCalls(this));
        ports.put("usageRollups", new ModelUsageRollups(this));
        ports.putAll(ModelProviders.ports(this));
        ports.putAll(ModelAgents.ports(this));
        ports.putAll(ModelBots.ports(this));
        ports.putAll(ModelBotInbox.ports(this));
        ports.put("botRollups", new ModelBotRollups(this));
        ports.put("importedRows", new ModelImportedRows(this));
        ports.put("legacyRows", new ModelLegacyRows(this));
        ports.put("imports", new ModelImports(this));
        ports.put("auditTrail", new ModelAuditTrail(this));
        ports.put("guards", (Guards) name -> {});
        ports.put("records", new ModelRecords(this, kinds));
    }

    /** Runs a unit of work; one that throws leaves nothing. */
    public <R> R unit(Function<? super Repositories, R> work) {
        Map<String, Map<Object, Record>> before = new HashMap<>();
        state.forEach((kind, rows) -> before.put(kind, new LinkedHashMap<>(rows)));
        try {
            return work.apply(repositories());
        } catch (RuntimeException e) {
            state = before;
            throw e;
        }
    }

    /** Outside of any unit, for making things up. */
    Repositories repositories() {
        return (Repositories) Proxy.newProxyInstance(
                Repositories.class.getClassLoader(),
                new Class<?>[] {Repositories.class},
                (self, method, arguments) -> ports.get(method.getName()));
    }

    @SuppressWarnings("unchecked") // the rows of a port are of its types
    public <K, A extends Record> Map<K, A> rows(Port<K, A> port) {
        return (Map<K, A>) rows(port.kind());
    }

    /** Those of a kind by their keys, as its port knows them. */
    Map<Object, Record> rows(String kind) {
        return state.computeIfAbsent(kind, each -> new LinkedHashMap<>());
    }

    /** The kinds that ports write, and the trail: all but those that serve a store alone. */
    List<Kind> written() {
        List<String> written = Stream.concat(Ports.all().stream().map(Port::kind), Stream.of(ModelAuditTrail.KIND))
                .toList();
        return kinds.stream().filter(kind -> written.contains(kind.name())).toList();
    }

    String keyRule(Port<?, ?> port) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(port.kind()))
                .map(kind -> kind.name() + "_" + kind.key().name())
                .findFirst()
                .orElseThrow();
    }

    void remove(Port<?, ?> port, Object key) {
        for (Link<?, ?, ?> link : Ports.links()) {
            if (link.parent().equals(port)) {
                removeParent(link, key);
            }
        }
        rows(port).remove(key);
    }

    private <C extends Record> void removeParent(Link<?, ?, C> link, Object key) {
        Map<?, C> rows = rows(link.child());
        for (C child : new ArrayList<>(rows.values())) {
            if (key.equals(Copies.get(child, link.path()))) {
                switch (link.whenGone()) {
                    case REFUSED -> throw new Refused(Set.of(Conflict.REFERENCE));
                    case REMOVED -> remove(link.child(), Copies.key(child));
                    case CLEARED -> clear(link, child);
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // the rows of a port are of its types
    private <C extends Record> void clear(Link<?, ?, C> link, C child) {
        ((Map<Object, C>) rows(link.child())).put(Copies.key(child), Copies.with(child, link.path(), null));
    }
}
