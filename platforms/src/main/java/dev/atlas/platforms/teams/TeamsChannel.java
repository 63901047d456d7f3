package dev.atlas.platforms.teams;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.platforms.markup.Document;
import dev.atlas.platforms.markup.TeamsCard;
import dev.atlas.platforms.markup.TeamsCards;
import java.util.List;

/** The way to the people on Teams. */
record TeamsChannel(TeamsClient client) implements BotChannel {

    private static final TeamsCard NOTHING = plain("(nothing to show)");
    private static final TeamsCard AGAIN = plain("_(again, as it may not have arrived)_");

    private static TeamsCard plain(String text) {
        return TeamsCards.of(Document.of(text)).getFirst();
    }

    @Override
    public BotPlatform platform() {
        return BotPlatform.TEAMS;
    }

    @Override
    public String commandSign() {
        return "";
    }

    @Override
    public Working working(BotInbound of) {
        try {
            client.sendTyping(TeamsInbound.service(of), TeamsInbound.conversation(of));
        } catch (PlatformFailure e) {
            // whoever waits sees the answer all the same
        }
        return () -> {};
    }

    @Override
    public Parts parts(BotInbound of, String markdown) {
        List<TeamsCard> cards = TeamsCards.of(Document.of(markdown));
        return new Cards(client, of, cards.isEmpty() ? List.of(NOTHING) : cards);
    }

    private record Cards(TeamsClient client, BotInbound of, List<TeamsCard> cards) implements Parts {

        @Override
        public int count() {
            return cards.size();
        }

        @Override
        public String send(int part, boolean repeated) {
            if (repeated) {
                post(AGAIN);
            }
            return post(cards.get(part));
        }

        private String post(TeamsCard card) {
            return client.reply(TeamsInbound.service(of), TeamsInbound.conversation(of), of.messageId(), card);
        }
    }
}
