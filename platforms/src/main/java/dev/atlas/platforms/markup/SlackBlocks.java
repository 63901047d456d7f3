package dev.atlas.platforms.markup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Writes documents as messages of Slack's Block Kit. Source: Slack, reference of blocks. */
public final class SlackBlocks {

    static final int MOST_BLOCKS = 50;

    /** Slack allows 150. */
    private static final int LONGEST_HEADER = 150;

    /** Slack allows 3000. */
    private static final int LONGEST_SECTION = 2_900;

    /** Slack refuses messages whose blocks are too long in all, and does not say from where on. */
    private static final int LONGEST_MESSAGE = 12_000;

    /** Slack cuts at 40,000; nobody reads that much in a notification. */
    private static final int LONGEST_TEXT = 3_000;

    private static final Mrkdwn MRKDWN = new Mrkdwn();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<SlackMessage> messages = new ArrayList<>();
    private ArrayNode blocks = JSON.arrayNode();
    private StringBuilder read = new StringBuilder();
    private int length;

    private SlackBlocks() {}

    /** The messages, in order; none for a document in which nothing can be seen. */
    public static List<SlackMessage> of(Document document) {
        SlackBlocks all = new SlackBlocks();
        document.pieces().forEach(all::add);
        all.end();
        return List.copyOf(all.messages);
    }

    private void add(Piece piece) {
        switch (piece) {
            case Piece.Heading heading -> heading(heading);
            case Piece.Prose prose -> sections(prose.text());
            case Piece.Fence fence -> fence(fence);
            case Piece.Grid grid -> sections(grid.table().listed());
            case Piece.Rule rule -> block(JSON.objectNode().put("type", "divider"), 0, "");
        }
    }

    private void heading(Piece.Heading heading) {
        String text = Plain.text(heading.text()).strip();
        boolean linked = heading.text().stream().anyMatch(span -> span.style().link() != null);
        boolean fits = text.length() <= LONGEST_HEADER && text.indexOf('\n') < 0;
        if (heading.level() <= 2 && fits && !linked && !Characters.areInvisible(text)) {
            ObjectNode header = JSON.objectNode().put("type", "header");
            header.putObject("text").put("type", "plain_text").put("text", text);
            block(header, text.length(), text);
        } else {
            sections(heading.text().stream()
                    .map(span -> new Span(span.text(), span.style().stronger()))
                    .toList());
        }
    }

    private void sections(List<Span> text) {
        new Splitter(LONGEST_SECTION, spans -> MRKDWN.paragraphs(spans).length())
                .parts(text)
                .forEach(part -> section(MRKDWN.paragraphs(part), Plain.withAddresses(part)));
    }

    private void fence(Piece.Fence fence) {
        Span code = new Span(fence.code(), Style.block(fence.quoted(), fence.language()));
        new Splitter(LONGEST_SECTION, spans -> MRKDWN.fence(spans).length())
                .parts(List.of(code))
                .forEach(part -> section(MRKDWN.fence(part), Plain.text(part)));
    }

    private void section(String mrkdwn, String plain) {
        ObjectNode section = JSON.objectNode().put("type", "section");
        section.putObject("text").put("type", "mrkdwn").put("text", mrkdwn);
        block(section, mrkdwn.length(), plain);
    }

    private void block(ObjectNode block, int size, String plain) {
        if (blocks.size() == MOST_BLOCKS || length + size > LONGEST_MESSAGE) {
            end();
        }
        blocks.add(block);
        length += size;
        if (!plain.isEmpty()) {
            read.append(read.isEmpty() ? "" : "\n").append(plain);
        }
    }

    /** A message of dividers alone says nothing. */
    private void end() {
        if (!read.isEmpty()) {
            StringBuilder text = new StringBuilder();
            MRKDWN.escape(Plain.beginning(read.toString(), LONGEST_TEXT), Style.PLAIN, text);
            messages.add(new SlackMessage(blocks.toString(), text.toString()));
        }
        blocks = JSON.arrayNode();
        read = new StringBuilder();
        length = 0;
    }
}
