package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.QueryPlan.Access;
import dev.atlas.contract.samples.Pool;
import dev.atlas.contract.samples.Population;
import dev.atlas.contract.samples.Question;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing looks at every row to find a few: asked of the engine about the queries that the ports really send. */
@Timeout(300)
abstract class IndexContract extends Concern {

    private static final int WAYS_TO_ASK = 8;

    private @Nullable ObservedStore observed;
    private Pool pool = new Pool();

    IndexContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    static List<Question> questions() {
        return Question.all();
    }

    @BeforeAll
    void fill() {
        String place = harness().emptyPlace();
        try (var storage = harness().open(place)) {
            pool = new Population(4711).fill(storage, harness().manyRows()).pool();
        }
        observed = harness().observed(place);
    }

    @AfterAll
    void closeObserved() {
        if (observed != null) {
            observed.close();
        }
    }

    /**
     * A question starts from an index: it enters one on what it is asked about, and follows one in its order if it is asked
     * about everything, page by page. Text search and the like may only filter what an index yields.
     */
    @ParameterizedTest
    @MethodSource("questions")
    void a_question_starts_from_an_index(Question question) {
        for (int i = 0; i < WAYS_TO_ASK; i++) {
            @Nullable Object[] arguments = question.arguments(pool, samples());
            observed().storage().read(each -> String.valueOf(question.ask(each, arguments)));
            List<QueryPlan> plans = observed().plans();
            assertThat(plans).as("queries of %s", question).isNotEmpty();
            assertThat(plans)
                    .as("%s%s", question, Arrays.toString(arguments))
                    .allMatch(plan ->
                            plan.access() == Access.SEEK || (plan.access() == Access.WALK && !question.selective()));
        }
    }

    /** Going through a kind record by record, as moving it does, goes on where it was. */
    @Test
    void a_scan_of_records_goes_on_where_it_was() {
        for (Kind kind : observed().storage().read(each -> each.records().kinds())) {
            StoredRecord first = first(kind);
            if (first != null && many(kind)) {
                observed().plans();
                observed().storage().read(each -> {
                    Records records = each.records();
                    records.find(kind, List.of(first.key()));
                    return records.scan(kind, first.key(), 10);
                });
                assertThat(observed().plans())
                        .as(kind.name())
                        .isNotEmpty()
                        .allMatch(plan -> plan.access() == Access.SEEK);
            }
        }
    }

    /** Engines rightly read a handful of rows without an index. */
    private boolean many(Kind kind) {
        return observed().storage().read(each -> each.records().count(kind))
                >= harness().manyRows();
    }

    private @Nullable StoredRecord first(Kind kind) {
        List<StoredRecord> first =
                observed().storage().read(each -> each.records().scan(kind, null, 1));
        return first.isEmpty() ? null : first.getFirst();
    }

    private ObservedStore observed() {
        return Objects.requireNonNull(observed);
    }
}
