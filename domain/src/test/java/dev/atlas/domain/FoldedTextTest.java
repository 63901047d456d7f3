package dev.atlas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Loss, lOSS",
        "caf\u00e9, CAFE\u0301",
        "Stra\u00dfe, STRASSE",
        "Stra\u00dfe, STRA\u1e9eE",
        "\u03bf\u03b4\u03cc\u03c2, \u039f\u0394\u038c\u03a3",
        "\u0130\u0131i, III",
        "\ufb01n, FIN",
        "\ud801\udc00, \ud801\udc28"
    })
    void caseDoesNotCount(String one, String other) {
        assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(other));
    }

    /** However long a text is, and wherever a letter stands in it that takes several characters. */
    @ParameterizedTest
    @CsvSource({"\u00e9, E\u0301", "\u00df, SS", "\uac01, \u1100\u1161\u11a8", "\ud801\udc00, \ud801\udc28"})
    void longTextsAreFoldedAlike(String one, String other) {
        for (int before = 500; before < 530; before++) {
            String start = "x".repeat(before);
            assertThat(FoldedText.of(start + one.repeat(700))).isEqualTo(FoldedText.of(start + other.repeat(700)));
        }
        assertThat(FoldedText.of("\u00df".repeat(500_000))).hasSize(1_000_000);
        assertThat(FoldedText.of("a" + "\u0301\u0327".repeat(250_000))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, \u00e4", "o, 0", "\u0435, e"})
    void everythingElseDoes(String one, String other) {
        assertThat(FoldedText.of(one)).isNotEqualTo(FoldedText.of(other));
    }

    /** A letter is folded alike wherever it stands, so that a part of a text is a part of what it is folded to. */
    @ParameterizedTest
    @CsvSource({"\u039f\u0394\u039f\u03a3, \u039f\u0394\u039f\u03a3\u0399\u0391", "STRASS, Stra\u00dfe"})
    void aPartIsAPart(String part, String whole) {
        assertThat(FoldedText.of(whole)).contains(FoldedText.of(part));
    }
}
