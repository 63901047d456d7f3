package dev.atlas.platforms.markup;

import java.util.List;

/** A sign before a text that looks some way, and one after it. */
record Tag(String open, String close) {

    static void open(List<Tag> tags, StringBuilder to) {
        tags.forEach(tag -> to.append(tag.open));
    }

    /** The last one first. */
    static void close(List<Tag> tags, StringBuilder to) {
        tags.reversed().forEach(tag -> to.append(tag.close));
    }

    /** How many of them both begin with. */
    static int shared(List<Tag> some, List<Tag> others) {
        int shared = 0;
        while (shared < Math.min(some.size(), others.size()) && some.get(shared).equals(others.get(shared))) {
            shared++;
        }
        return shared;
    }
}
