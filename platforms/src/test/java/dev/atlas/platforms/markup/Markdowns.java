package dev.atlas.platforms.markup;

import java.util.List;
import java.util.SplittableRandom;

/** Markdown that anybody might write, and some that nobody would. */
final class Markdowns {

    private static final List<String> ODDITIES = List.of(
            "👩‍👩‍👧‍👦",
            "👋🏽",
            "🇪🇺",
            "e\u0301",
            "שלום",
            "𝒳",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "a_b_c",
            "2*3*4",
            "`",
            "``` ",
            "<b>",
            "</div>",
            "<script>alert('x')</script>",
            "<br>",
            "&amp;",
            "&",
            "&nbsp;",
            "<",
            ">",
            "\"",
            "]",
            "[",
            "(",
            "\\",
            "@channel",
            "<!here>",
            "<@U123>",
            "{{DATE(2017-02-14T06:08:39Z)}}",
            "a&b<c>d",
            "1.",
            "-",
            "#",
            "https://example.com/a?b=c&d=e",
            "www.example.com/x_y_z",
            "someone@example.com",
            "~~");

    private static final List<String> ADDRESSES = List.of(
            "https://example.com/",
            "http://example.com/a?b=c&d=\"e\"",
            "tg://user?id=1",
            "mailto:someone@example.com",
            "javascript:alert(1)",
            "docs/page.md",
            "#part",
            "",
            "https://example.com/a_b*c~d(e)",
            "HTTPS://EXAMPLE.COM");

    private static final String SOUP = "*_~`[]()<>!#-+|:\\\n\n\n  >=&\"'.1aB\uD83D\uDE00é\t";

    private final SplittableRandom random;
    private final boolean tables;
    private int words;

    Markdowns(long seed, boolean tables) {
        this.random = new SplittableRandom(seed);
        this.tables = tables;
    }

    String document(int blocks) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < blocks; i++) {
            all.append(block(3)).append("\n\n");
        }
        return all.toString();
    }

    /** Any signs in any order. */
    String soup(int length) {
        StringBuilder soup = new StringBuilder();
        while (soup.length() < length) {
            soup.append(SOUP.charAt(random.nextInt(SOUP.length())));
        }
        return soup.toString();
    }

    private String block(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 9)) {
            case 0 -> "#".repeat(random.nextInt(1, 7)) + " " + line(2, 1 + random.nextInt(60));
            case 1 -> fence();
            case 2 -> indented("    ", lines());
            case 3 -> "---";
            case 4 -> "<div class=\"x\">\n" + word() + "\n</div>";
            case 5 -> tables ? table() : line(2, 5);
            case 6 -> "[ref" + random.nextInt(5) + "]: https://example.com/ref 'title'";
            case 7, 8 -> lines();
            case 9, 10 -> list("- ", depth);
            case 11 -> list(random.nextInt(0, 1000) + ". ", depth);
            case 12 -> indented("> ", block(depth - 1) + "\n\n" + block(depth - 1));
            default -> huge();
        };
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            lines.append(line(2, random.nextInt(1, 60))).append(i % 2 == 0 ? "\n" : "  \n");
        }
        return lines.toString().stripTrailing();
    }

    private String line(int depth, int parts) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            line.append(inline(depth)).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return line.toString();
    }

    private String inline(int depth) {
        return switch (random.nextInt(depth > 0 ? 20 : 10)) {
            case 9 -> ODDITIES.get(random.nextInt(ODDITIES.size()));
            case 10 -> "**" + line(depth - 1, 3).strip() + "**";
            case 11 -> "*" + line(depth - 1, 3).strip() + "*";
            case 12 -> "~~" + line(depth - 1, 2).strip() + "~~";
            case 13 -> "`" + word() + " <x> " + word() + "`";
            case 14 -> "[" + line(depth - 1, 2) + "](" + address() + ")";
            case 15 -> "![" + word() + "](" + address() + ")";
            case 16 -> "[" + word() + "][ref" + random.nextInt(5) + "]";
            case 17 -> "<https://example.com/" + word() + ">";
            case 18 -> "***" + word() + "***";
            default -> word();
        };
    }

    private String address() {
        String address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
        return address.isEmpty() ? "" : "<" + address + ">";
    }

    private String fence() {
        StringBuilder code = new StringBuilder(
                "```" + List.of("", "java", "c++ x", "x\"><b>").get(random.nextInt(4)));
        for (int i = random.nextInt(1, 80); i > 0; i--) {
            code.append('\n').append(" ".repeat(random.nextInt(12))).append(line(0, random.nextInt(8)));
        }
        return code.append("\n```").toString();
    }

    private String table() {
        int columns = random.nextInt(1, 6);
        StringBuilder table = new StringBuilder(row(columns))
                .append("\n")
                .append("|---".repeat(columns))
                .append("|");
        for (int i = random.nextInt(30); i > 0; i--) {
            table.append('\n').append(row(columns));
        }
        return table.toString();
    }

    private String row(int columns) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            row.append("| ")
                    .append(random.nextInt(8) == 0 ? "" : word() + " **" + word() + "**")
                    .append(' ');
        }
        return row.append('|').toString();
    }

    private String list(String mark, int depth) {
        StringBuilder list = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            String item = random.nextInt(9) == 0 ? "" : line(2, random.nextInt(1, 20));
            String more = random.nextInt(2) == 0 ? "" : "\n\n" + block(depth - 1);
            String rest = indented(" ".repeat(mark.length()), item + more);
            list.append(mark)
                    .append(rest.substring(Math.min(rest.length(), mark.length())))
                    .append('\n');
        }
        return list.toString().stripTrailing();
    }

    private String huge() {
        String one = List.of("x", "👩‍👩‍👧‍👦", "𝒳", "&", "e\u0301").get(random.nextInt(5));
        return word() + one.repeat(random.nextInt(1, 6000 / one.length()));
    }

    private static String indented(String by, String text) {
        return by + text.replace("\n", "\n" + by);
    }

    private String word() {
        return "w" + words++ + "z";
    }
}
