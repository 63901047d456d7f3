package dev.atlas.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeaderboardTest {

    @Test
    void theSmallestLossIsBestAndTheLargestAccuracy() {
        List<Experiment> all = List.of(loss(1, "0.3"), loss(2, "0.1"), loss(3, "0.2"));
        assertThat(names(Direction.MIN, 10, all)).containsExactly("e2", "e3", "e1");
        assertThat(names(Direction.MAX, 2, all)).containsExactly("e1", "e3");
    }

    /* A metric that is missing, null, no number or infinite earns no place, in either direction. */
    @Test
    void onlyFiniteNumbersAreRanked() {
        List<Experiment> all = List.of(
                loss(1, "null"),
                loss(2, "\"NaN\""),
                loss(3, "\"Infinity\""),
                loss(4, "\"-Infinity\""),
                Samples.experiment(5, "{}"),
                loss(6, "1E+400"));
        assertThat(names(Direction.MIN, 10, all)).containsExactly("e6");
        assertThat(names(Direction.MAX, 10, all)).containsExactly("e6");
    }

    /* Equal values, however they are written: the earlier start is better, then the smaller id, whatever the direction. */
    @Test
    void tiesGoToTheEarlierStartThenTheSmallerId() {
        Experiment late = Samples.experiment(1, Samples.START.plusSeconds(1), "{}", "{\"loss\":0.5}");
        List<Experiment> all = List.of(late, loss(4, "0.50"), loss(3, "5E-1"));
        assertThat(names(Direction.MIN, 10, all)).containsExactly("e3", "e4", "e1");
        assertThat(names(Direction.MAX, 10, all)).containsExactly("e3", "e4", "e1");
    }

    private static Experiment loss(long number, String value) {
        return Samples.experiment(number, "{\"loss\":" + value + "}");
    }

    private static List<String> names(Direction direction, int limit, List<Experiment> experiments) {
        Leaderboard board = new Leaderboard("loss", direction, limit);
        experiments.forEach(board::offer);
        return board.places().stream().map(place -> place.experiment().name()).toList();
    }
}
