package dev.atlas.api.bots.inbox;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A small chat platform within the process. It takes fifty characters at a time, and forgets nothing. */
final class Chatroom implements BotChannel {

    private static final int LONGEST = 50;

    /** What arrived, and where. */
    record Heard(String conversation, String sender, String text, boolean repeated) {}

    private final List<Heard> heard = new ArrayList<>();
    private final ConcurrentLinkedQueue<Function<Heard, RuntimeException>> failures = new ConcurrentLinkedQueue<>();

    /** The next part does not arrive. */
    void refuses(PlatformProblem problem) {
        failures.add(part -> new PlatformFailure(problem));
    }

    /** The next part arrives, and nobody is told so. */
    void losesAnswer() {
        failures.add(part -> {
            hear(part);
            return new PlatformFailure(new PlatformProblem.TimedOut());
        });
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** All that arrived, part after part. */
    String text() {
        return String.join("", heard().stream().map(Heard::text).toList());
    }

    private synchronized void hear(Heard part) {
        heard.add(part);
    }

    @Override
    public BotPlatform platform() {
        return BotPlatform.TELEGRAM;
    }

    @Override
    public String commandSign() {
        return "/";
    }

    @Override
    public Working working(BotInbound of) {
        return () -> {};
    }

    @Override
    public Parts parts(BotInbound of, String markdown) {
        int count = Math.max(1, (markdown.length() + LONGEST - 1) / LONGEST);
        List<String> parts = IntStream.range(0, count)
                .mapToObj(each -> markdown.substring(each * LONGEST, Math.min(markdown.length(), (each + 1) * LONGEST)))
                .toList();
        return new Parts() {
            @Override
            public int count() {
                return parts.size();
            }

            @Override
            public String send(int part, boolean repeated) {
                Heard saying = new Heard(of.conversation(), of.sender(), parts.get(part), repeated);
                Function<Heard, RuntimeException> failure = failures.poll();
                if (failure != null) {
                    throw failure.apply(saying);
                }
                hear(saying);
                return "m" + heard().size();
            }
        };
    }
}
