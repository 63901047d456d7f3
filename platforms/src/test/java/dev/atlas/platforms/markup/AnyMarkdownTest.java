package dev.atlas.platforms.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is written, every platform takes what is made of it, and all of it is seen. A failure says its seed; {@code
 * -Datlas.test.seed=SEED} does the same again.
 */
@Timeout(120)
class AnyMarkdownTest {

    private static final long SEED = Long.getLong("atlas.test.seed", System.nanoTime());
    private static final Pattern WORD = Pattern.compile("w[0-9]+z");

    /** Signs of markup that Slack's and Teams' own cannot be told from. */
    private static final String SLACK = "*_~`—";

    private static final String TEAMS = "—";

    @Test
    void documentsAreSeenWhole() {
        each(60, seed -> new Markdowns(seed, false).document(12));
    }

    @Test
    void documentsWithTablesAreSeenWhole() {
        each(40, seed -> new Markdowns(seed, true).document(12));
    }

    @Test
    void anySignsInAnyOrderAreSeenWhole() {
        each(150, seed -> new Markdowns(seed, false).soup(600));
        each(5, seed -> new Markdowns(seed, false).soup(20_000));
    }

    @Test
    void aHundredThousandCharactersAreSeenWhole() {
        each(2, seed -> new Markdowns(seed, false).soup(100_000));
        each(2, seed -> {
            String some = new Markdowns(seed, true).document(200);
            return some.length() > 100_000 ? some.substring(0, 100_000) : some;
        });
        List.of(
                        "> ".repeat(50_000) + "w1",
                        "- ".repeat(50_000) + "w1",
                        "*a ".repeat(33_000) + "b*".repeat(500),
                        "*".repeat(50_000) + "w1" + "*".repeat(50_000),
                        "[".repeat(50_000) + "w1" + "](x)".repeat(12_000),
                        "![".repeat(20_000) + "w1" + "](http://x)".repeat(5_000),
                        "👩‍👩‍👧‍👦".repeat(9_000),
                        "w1" + "\u0301".repeat(99_000),
                        "&".repeat(100_000),
                        "<".repeat(100_000),
                        "`".repeat(99_999) + "\nw1",
                        "```\n" + " ".repeat(60_000) + "w1\n```",
                        "    w1\n\n".repeat(12_000),
                        "1. w1\n".repeat(16_000),
                        "\\*".repeat(50_000),
                        "w1 ".repeat(33_000))
                .forEach(text -> isSeenWhole(text, "fixed"));
    }

    /** What would become far more than was written does not. */
    @Test
    void nothingGrowsWithoutBounds() {
        List.of(
                        "[a]: https://example.com/" + "x".repeat(900) + "\n\n" + "[a] ".repeat(20_000),
                        "[a]: docs/" + "x".repeat(9_000) + "\n\n" + "[a] ".repeat(20_000),
                        "| " + "h".repeat(10_000) + " |\n|---|\n" + "| w1 |\n".repeat(10_000),
                        "|a".repeat(5_000) + "|\n" + "|-".repeat(5_000) + "|\n" + "|x\n".repeat(5_000),
                        "|" + "a|".repeat(100) + "\n|" + "-|".repeat(100) + "\n" + "|x\n".repeat(150))
                .forEach(text -> {
                    Document document = Document.of(text);
                    long written = TelegramMarkup.of(document).stream()
                            .mapToLong(message -> message.html().length())
                            .sum();
                    assertThat(written).isLessThan(8L * text.length() + 40_000);
                    assertThat(Shown.onSlack(SlackBlocks.of(document)).length()).isLessThan(8 * text.length() + 40_000);
                    assertThat(Shown.onTeams(TeamsCards.of(document)).length()).isLessThan(8 * text.length() + 40_000);
                });
    }

    private static void each(int documents, LongFunction<String> made) {
        for (int i = 0; i < documents; i++) {
            isSeenWhole(made.apply(SEED + i), "-Datlas.test.seed=" + (SEED + i));
        }
    }

    private static void isSeenWhole(String markdown, String seed) {
        Document document = Document.of(markdown);
        Seen seen = Seen.of(markdown);
        String telegram = Seen.bare(Shown.onTelegram(TelegramMarkup.of(document)));
        String slack = Seen.bare(Shown.onSlack(SlackBlocks.of(document)));
        String teams = Seen.bare(Shown.onTeams(TeamsCards.of(document)));
        if (seen.hasTables()) {
            for (String word : WORD.matcher(seen.text())
                    .results()
                    .map(found -> found.group())
                    .toList()) {
                assertThat(telegram).as(seed).contains(word);
                assertThat(slack).as(seed).contains(word);
                assertThat(teams).as(seed).contains(word);
            }
        } else {
            assertThat(telegram).as(seed).isEqualTo(seen.text());
            assertThat(Seen.without(SLACK, slack)).as(seed).isEqualTo(Seen.without(SLACK, seen.text()));
            assertThat(Seen.without(TEAMS, teams)).as(seed).isEqualTo(Seen.without(TEAMS, seen.text()));
        }
    }
}
