package dev.atlas.platforms.slack;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.platforms.markup.Document;
import dev.atlas.platforms.markup.SlackBlocks;
import dev.atlas.platforms.markup.SlackMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the people on Slack. */
record SlackChannel(SlackClient client) implements BotChannel {

    private static final String WORKING = "hourglass_flowing_sand";
    private static final SlackMessage NOTHING = plain("(nothing to show)");
    private static final SlackMessage AGAIN = plain("_(again, as it may not have arrived)_");

    private static SlackMessage plain(String text) {
        return SlackBlocks.of(Document.of(text)).getFirst();
    }

    @Override
    public BotPlatform platform() {
        return BotPlatform.SLACK;
    }

    @Override
    public String commandSign() {
        return "!";
    }

    @Override
    public Working working(BotInbound of) {
        String message = of.messageId();
        if (message == null) {
            return () -> {};
        }
        harmless(() -> client.addReaction(SlackInbound.channel(of), message, WORKING));
        return () -> harmless(() -> client.removeReaction(SlackInbound.channel(of), message, WORKING));
    }

    /** Slack tells only the id with what is said. */
    @Override
    public @Nullable String senderName(BotInbound of) {
        try {
            return client.userInfo(of.sender()).username();
        } catch (PlatformFailure e) {
            return of.senderName();
        }
    }

    private static void harmless(Runnable sign) {
        try {
            sign.run();
        } catch (PlatformFailure e) {
            // whoever waits sees the answer all the same
        }
    }

    @Override
    public Parts parts(BotInbound of, String markdown) {
        List<SlackMessage> messages = SlackBlocks.of(Document.of(markdown));
        return new Messages(client, of, messages.isEmpty() ? List.of(NOTHING) : messages);
    }

    private record Messages(SlackClient client, BotInbound of, List<SlackMessage> messages) implements Parts {

        @Override
        public int count() {
            return messages.size();
        }

        @Override
        public String send(int part, boolean repeated) {
            if (repeated) {
                post(AGAIN);
            }
            return post(messages.get(part));
        }

        private String post(SlackMessage message) {
            return client.postMessage(SlackInbound.channel(of), message, SlackInbound.thread(of));
        }
    }
}
