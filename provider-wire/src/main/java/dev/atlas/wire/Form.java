package dev.atlas.wire;

import java.util.List;

/** How a provider writes what a model says. */
public interface Form {

    /** All of it at once, in JSON. */
    String answer(Said said, String model);

    /** Event by event, each as it is written to the stream. */
    List<String> stream(Said said, String model);

    /** An error as it comes instead of an answer, or in the middle of a stream. */
    String error(int status, String code, String message);

    /** That error as an event of a stream. */
    String errorEvent(int status, String code, String message);

    /** Models of these names. */
    String models(List<String> names);

    /** The media type of a stream. */
    default String streamType() {
        return "text/event-stream";
    }

    /** A text as JSON has it. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ' || Character.isSurrogate((char) c)) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
