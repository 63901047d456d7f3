package dev.atlas.platforms.markup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes documents as Adaptive Cards 1.4. Source: Adaptive Cards, schema explorer. */
public final class TeamsCards {

    /** Teams takes messages of 28 KB in all, of which the card is not everything. */
    static final int LARGEST = 26_000;

    private static final int LARGEST_TEXT = 8_000;

    /** What is around the text of a block, and of a container around that. */
    private static final int AROUND = 250;

    private static final int LONGEST_PLAIN = 1_000;
    private static final CardText TEXT = new CardText();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<TeamsCard> cards = new ArrayList<>();
    private ArrayNode body = JSON.arrayNode();
    private StringBuilder read = new StringBuilder();
    private int size = AROUND;
    private boolean separated;

    private TeamsCards() {}

    /** The cards, in order; none for a document in which nothing can be seen. */
    public static List<TeamsCard> of(Document document) {
        TeamsCards all = new TeamsCards();
        document.pieces().forEach(all::add);
        all.end();
        return List.copyOf(all.cards);
    }

    private void add(Piece piece) {
        switch (piece) {
            case Piece.Heading heading -> heading(heading);
            case Piece.Prose prose -> prose(prose.text());
            case Piece.Fence fence -> monospaced(fence.code());
            case Piece.Grid grid -> monospaced(grid.table().drawn());
            case Piece.Rule rule -> separated = true;
        }
    }

    private void heading(Piece.Heading heading) {
        for (List<Span> part : parts(heading.text())) {
            String size = heading.level() == 1 ? "Large" : heading.level() == 2 ? "Medium" : "Default";
            ObjectNode block = block(TEXT.text(part)).put("weight", "Bolder").put("size", size);
            add(block, Plain.withAddresses(part));
        }
    }

    private void prose(List<Span> text) {
        for (List<Span> part : parts(text)) {
            ObjectNode block = block(TEXT.text(part));
            if (part.getFirst().style().quoted()) {
                ObjectNode quote = JSON.objectNode().put("type", "Container").put("style", "emphasis");
                quote.putArray("items").add(block);
                add(quote, Plain.withAddresses(part));
            } else {
                add(block, Plain.withAddresses(part));
            }
        }
    }

    private void monospaced(String code) {
        Span all = new Span(code, Style.block(false, ""));
        for (List<Span> part :
                new Splitter(LARGEST_TEXT, spans -> Characters.bytes(TEXT.code(spans))).parts(List.of(all))) {
            add(block(TEXT.code(part)).put("fontType", "Monospace"), Plain.text(part));
        }
    }

    private static List<List<Span>> parts(List<Span> text) {
        return new Splitter(LARGEST_TEXT, spans -> Characters.bytes(TEXT.text(spans))).parts(text);
    }

    private static ObjectNode block(String text) {
        return JSON.objectNode().put("type", "TextBlock").put("text", text).put("wrap", true);
    }

    private void add(ObjectNode block, String plain) {
        if (separated && !body.isEmpty()) {
            block.put("separator", true);
        }
        separated = false;
        int more = block.toString().getBytes(StandardCharsets.UTF_8).length + 1;
        if (size + more > LARGEST) {
            end();
        }
        body.add(block);
        size += more;
        read.append(read.isEmpty() ? "" : "\n").append(plain);
    }

    private void end() {
        if (!body.isEmpty()) {
            ObjectNode card = JSON.objectNode()
                    .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                    .put("type", "AdaptiveCard")
                    .put("version", "1.4");
            card.set("body", body);
            card.putObject("msteams").put("width", "Full");
            cards.add(new TeamsCard(card.toString(), Plain.beginning(read.toString(), LONGEST_PLAIN)));
        }
        body = JSON.arrayNode();
        read = new StringBuilder();
        size = AROUND;
    }
}
