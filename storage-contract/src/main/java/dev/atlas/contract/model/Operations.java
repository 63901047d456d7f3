package dev.atlas.contract.model;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Pool;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.contract.samples.Question;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes up operations of every kind, on what the model holds. The same seed makes up the same ones. */
public final class Operations {

    private static final int MOST_IN_A_UNIT = 4;
    private static final int GIVEN_UP = 10;
    private static final int MOST_ROWS = 30;

    private final Few samples;
    private final Model model;
    private final Pool pool = new Pool();
    private final List<Question> questions = Question.all();
    private final List<Kind> kinds;

    public Operations(long seed, Model model) {
        this.samples = new Few(seed);
        this.model = model;
        this.kinds = model.written();
    }

    /** Units of work of {@code count} operations together, or a few more, done to the model. */
    List<UnitOfWork> units(int count) {
        List<UnitOfWork> units = new ArrayList<>();
        for (int left = count; left > 0; left -= units.getLast().operations().size()) {
            units.add(unit());
            units.getLast().on(model);
        }
        return units;
    }

    private UnitOfWork unit() {
        List<Operation> operations = Stream.generate(this::next)
                .limit(1 + samples.number(MOST_IN_A_UNIT))
                .toList();
        return new UnitOfWork(operations, samples.number(GIVEN_UP) == 0);
    }

    /** Adds up to {@code count} aggregates of every port to the model, fewer where values are taken, and says how it did. */
    public List<Operation> populate(int count) {
        List<Operation> done = new ArrayList<>();
        for (Port<?, ?> port : Ports.all()) {
            Stream.generate(() -> added(port))
                    .limit(count)
                    .flatMap(Optional::stream)
                    .forEach(done::add);
        }
        for (int i = 0; i < count; i++) {
            Operation note = note();
            model.unit(note::on);
            done.add(note);
        }
        return done;
    }

    private <K, A extends Record> Optional<Operation> added(Port<K, A> port) {
        A made = port.make(samples, model.repositories());
        Operation add = new Operation.Add<>(port, made);
        try {
            model.unit(add::on);
        } catch (Refused taken) {
            return Optional.empty();
        }
        pool.add(made);
        samples.remember(port, port.key(made));
        return Optional.of(add);
    }

    private Operation next() {
        return switch (samples.number(15)) {
            case 0 -> note();
            case 1 -> samples.chance() ? new Operation.Pass(Guards.ADMINISTRATION) : onRecords(samples.oneOf(kinds));
            case 2, 3, 4, 5 -> ask(samples.oneOf(questions));
            default -> change(samples.oneOf(Ports.all()));
        };
    }

    private Operation note() {
        AuditEntry entry = IdentitySamples.auditEntry(samples);
        pool.add(entry);
        return new Operation.Note(entry);
    }

    private Operation onRecords(Kind kind) {
        List<RecordKey> keys = model.rows(kind.name()).values().stream()
                .map(Copies::storedKey)
                .limit(1 + samples.number(MOST_IN_A_UNIT))
                .toList();
        RecordKey some = keys.isEmpty() ? null : keys.getLast();
        return switch (samples.number(3)) {
            case 0 -> new Operation.Scan(kind, some, 1 + samples.number(MOST_ROWS));
            case 1 -> new Operation.Count(kind);
            default -> new Operation.Rewrite(kind, keys);
        };
    }

    /** Asks this with arguments that were made up before. */
    public Operation ask(Question question) {
        return new Operation.Ask(
                question, Collections.unmodifiableList(Arrays.asList(question.arguments(pool, samples))));
    }

    private <K, A extends Record> Operation change(Port<K, A> port) {
        Map<K, A> rows = model.rows(port);
        List<A> there = new ArrayList<>(rows.values());
        if (there.isEmpty() || (there.size() < MOST_ROWS && samples.number(3) == 0)) {
            return add(port);
        }
        A known = samples.oneOf(there);
        return switch (samples.number(there.size() < MOST_ROWS ? 5 : 2)) {
            case 0, 1 -> new Operation.Remove<>(port, port.key(known));
            case 2 -> new Operation.Find<>(port, port.key(known));
            case 3 -> new Operation.Add<>(port, changed(port, known));
            default -> new Operation.Replace<>(port, stale(port, changed(port, known)));
        };
    }

    private <K, A extends Record> Operation add(Port<K, A> port) {
        A made = port.make(samples, model.repositories());
        pool.add(made);
        samples.remember(port, port.key(made));
        return new Operation.Add<>(port, made);
    }

    private <K, A extends Record> A changed(Port<K, A> port, A known) {
        A changed = port.changed(known, samples, model.repositories());
        pool.add(changed);
        return changed;
    }

    private <K, A extends Record> A stale(Port<K, A> port, A aggregate) {
        return samples.number(8) == 0 ? port.atVersion(aggregate, port.version(aggregate) + 1) : aggregate;
    }
}
