package dev.atlas.contract.model;

import dev.atlas.contract.samples.Pool;
import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Ports;
import dev.atlas.contract.samples.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes up operations of every kind, on what the model holds. The same seed makes up the same ones. */
public final class Operations {

    private static final int MOST_IN_A_UNIT = 4;
    private static final int MOST_ROWS = 30;

    private final Few samples;
    private final Model model;
    private final Pool pool = new Pool();
    private final List<Question> questions;

    public Operations(long seed, Model model) {
        this.samples = new Few(seed);
        this.model = model;
        this.questions = Question.all().stream()
                .filter(question -> model.knows(question.port()))
                .toList();
    }

    /** Those of one unit of work. */
    public List<Operation> unit() {
        return Stream.generate(this::next)
                .limit(1 + samples.number(MOST_IN_A_UNIT))
                .toList();
    }

    /** True now and then. */
    public boolean chance(int one) {
        return samples.number(one) == 0;
    }

    private Operation next() {
        return samples.number(3) == 0 ? ask() : change(samples.oneOf(Ports.all()));
    }

    private Operation ask() {
        Question question = samples.oneOf(questions);
        return new Operation.Ask(
                question,
                Collections.unmodifiableList(Arrays.asList(question.arguments(pool, samples))),
                model.unordered(question.port(), question.method()));
    }

    private <K, A extends Record> Operation change(Port<K, A> port) {
        Map<K, A> rows = model.rows(port);
        List<A> there = new ArrayList<>(rows.values());
        if (there.isEmpty() || (there.size() < MOST_ROWS && samples.number(3) == 0)) {
            A made = port.make(samples, model.repositories());
            pool.add(made);
            samples.remember(port, port.key(made));
            return new Operation.Add<>(port, made);
        }
        A known = samples.oneOf(there);
        return switch (samples.number(there.size() < MOST_ROWS ? 5 : 2)) {
            case 0, 1 -> new Operation.Remove<>(port, port.key(known));
            case 2 -> new Operation.Find<>(port, port.key(known));
            case 3 -> new Operation.Add<>(port, changed(port, known));
            default -> new Operation.Replace<>(port, stale(port, changed(port, known)));
        };
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
