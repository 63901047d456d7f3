package dev.atlas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SliceTest {

    @Test
    void aPageIsCutWhereTheNextOneStarts() {
        assertThat(page(2, 9, 8, 7)).isEqualTo(new Slice<>(List.of(9, 8), place(8)));
        assertThat(page(2, 9, 8)).isEqualTo(new Slice<>(List.of(9, 8), null));
        assertThat(page(2)).isEqualTo(new Slice<>(List.of(), null));
    }

    @Test
    void aUnionIsOrderedAndHoldsEachOnce() {
        Slice<Integer> union = Slice.union(List.of(page(5, 9, 4), page(5), page(5, 9, 7, 4)), 5, SliceTest::place);

        assertThat(union).isEqualTo(new Slice<>(List.of(9, 7, 4), null));
    }

    @Test
    void aUnionGoesOnIfItWasCutOrOneOfItsListsWas() {
        assertThat(Slice.union(List.of(page(2, 9, 4), page(2, 7)), 2, SliceTest::place))
                .isEqualTo(new Slice<>(List.of(9, 7), place(7)));
        assertThat(Slice.union(List.of(page(2, 9, 7, 4), page(2, 9)), 2, SliceTest::place))
                .isEqualTo(new Slice<>(List.of(9, 7), place(7)));
        assertThat(Slice.union(List.of(page(2, 9, 7), page(2, 9)), 2, SliceTest::place))
                .isEqualTo(new Slice<>(List.of(9, 7), null));
    }

    @Test
    void whatHappenedAtTheSameTimeIsOrderedByIdAsBytes() {
        Cursor low = new Cursor(Instant.EPOCH, new UUID(1, 0));
        Cursor high = new Cursor(Instant.EPOCH, new UUID(-1, 0));

        assertThat(List.of(low, high).stream().sorted(Cursor.NEWEST_FIRST)).containsExactly(high, low);
    }

    private static Slice<Integer> page(int limit, Integer... found) {
        return Slice.of(List.of(found), limit, SliceTest::place);
    }

    private static Cursor place(Integer item) {
        return new Cursor(Instant.ofEpochSecond(item), new UUID(0, item));
    }
}
