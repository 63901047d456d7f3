package dev.atlas.application.chat;

/**
 * Pieces of a text such that none ends within a character: its first half waits for the next piece. What can be no text is replaced.
 * For one thread.
 */
final class WholeCharacters {

    private String half = "";

    /** What can be read with this piece; empty if it is but a half. */
    String of(String piece) {
        String all = half + piece;
        int end = all.length();
        boolean open = end > 0 && Character.isHighSurrogate(all.charAt(end - 1));
        half = open ? all.substring(end - 1) : "";
        return AnswerText.readable(open ? all.substring(0, end - 1) : all);
    }

    /** What is left in the end: a half that nothing came to. */
    String rest() {
        String left = half;
        half = "";
        return AnswerText.readable(left);
    }
}
