package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.model.Model;
import dev.atlas.contract.model.Operation;
import dev.atlas.contract.model.Operations;
import dev.atlas.contract.samples.Question;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question of every port, asked for what is there and what is not, in its order, up to its limit. */
abstract class QuestionsContract extends Concern {

    private static final long SEED = 4;
    private static final int ROWS = 25;
    private static final int UNIT = 50;

    /** Arguments are made up at random, and most of them fit nothing. */
    private static final int TRIES = 4_000;

    private static final int FOUND = 25;
    private static final int NOT_FOUND = 8;

    private @Nullable Model model;
    private @Nullable Operations operations;

    QuestionsContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static List<Question> questions() {
        return Question.all();
    }

    @BeforeAll
    void fill() {
        Model filled = new Model(kinds());
        Operations made = new Operations(SEED, filled);
        List<Operation> additions = made.populate(ROWS);
        for (int from = 0; from < additions.size(); from += UNIT) {
            List<Operation> unit = additions.subList(from, Math.min(additions.size(), from + UNIT));
            storage().write(each -> {
                unit.forEach(operation -> operation.on(each));
                return true;
            });
        }
        model = filled;
        operations = made;
    }

    /** The answers are those of the maps in memory; some find something, and some do not. */
    @ParameterizedTest
    @MethodSource("questions")
    void a_question_is_answered_as_its_port_says(Question question) {
        Operations made = Objects.requireNonNull(operations);
        List<Operation> finding = new ArrayList<>();
        List<Operation> others = new ArrayList<>();
        for (int i = 0; i < TRIES && (finding.size() < FOUND || others.size() < NOT_FOUND); i++) {
            Operation asked = made.ask(question);
            List<Operation> some = found(onModel(asked)) ? finding : others;
            if (some.size() < (some == finding ? FOUND : NOT_FOUND)) {
                some.add(asked);
            }
        }
        assertThat(finding).as("questions that find something").isNotEmpty();
        check(each -> Stream.concat(finding.stream(), others.stream()).forEach(asked -> {
            Object expected = onModel(asked);
            Object answer = asked.on(each);
            assertThat(asked.allows(expected, answer))
                    .as("%s answered %s where the model says %s", asked, answer, expected)
                    .isTrue();
        }));
    }

    /** In a store that holds nothing there is nothing to be found. */
    @Test
    void a_new_store_answers_with_nothing() {
        Operations made = Objects.requireNonNull(operations);
        try (Storage empty = harness().open(harness().emptyPlace())) {
            empty.read(each -> {
                for (Question question : Question.all()) {
                    assertThat(found(made.ask(question).on(each)))
                            .as(question.toString())
                            .isFalse();
                }
                return true;
            });
        }
    }

    private @Nullable Object onModel(Operation asked) {
        return Objects.requireNonNull(model).unit(asked::on);
    }

    private static boolean found(@Nullable Object answer) {
        return switch (answer) {
            case null -> false;
            case Boolean yes -> yes;
            case Optional<?> one -> one.isPresent();
            case Collection<?> several -> !several.isEmpty();
            case Slice<?> page -> !page.items().isEmpty();
            default -> throw new IllegalStateException("the contract knows no answers such as " + answer);
        };
    }

    private List<Kind> kinds() {
        return read(each -> each.records().kinds());
    }
}
