package dev.atlas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that a page shows after a {@code $}, in their order, each with the output it shows below. */
record Tour(List<Step> steps) {

    private static final String INDENT = "    ";

    /** @param shown lines, with {@code ...} for whatever is different each time */
    record Step(String command, List<String> shown) {

        boolean serves() {
            return command.endsWith("./atlas serve");
        }

        /** True if the lines are what is shown: {@code ...} stands for any text, a line of its own for any lines. */
        boolean shows(List<? extends String> printed) {
            String pattern = Arrays.stream(String.join("\n", shown).split("\\.\\.\\.", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(String.join("\n", printed))
                    .matches();
        }
    }

    static Tour of(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(page)) {
            String text = line.startsWith(INDENT) ? line.substring(INDENT.length()) : "";
            Step last = steps.isEmpty() ? null : steps.getLast();
            if (text.startsWith("$ ")) {
                steps.add(new Step(text.substring(2), new ArrayList<>()));
                within = true;
            } else if (within && !text.isEmpty() && last != null) {
                if (last.command().endsWith("\\")) {
                    steps.removeLast();
                    steps.add(new Step(last.command() + "\n" + text, new ArrayList<>()));
                } else {
                    last.shown().add(text);
                }
            } else {
                within = false;
            }
        }
        return new Tour(steps);
    }
}
