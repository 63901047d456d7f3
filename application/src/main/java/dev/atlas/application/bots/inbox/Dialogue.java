package dev.atlas.application.bots.inbox;

import dev.atlas.application.Foundation;
import dev.atlas.application.bots.LinkOutcome;
import dev.atlas.application.bots.LinkRedemption;
import dev.atlas.application.bots.LinkedUser;
import dev.atlas.application.bots.LinkedUsers;
import dev.atlas.domain.Text;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Repositories;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What bots answer. Who somebody is, and what they may, is asked at each update and never remembered. */
record Dialogue(Foundation foundation, LinkRedemption redemption, BotLog log, BotTurns turns) {

    /** Throws {@link PutOff} if that cannot be known now. */
    Answer answer(BotUpdate update, BotChannel channel) {
        BotInbound inbound = update.inbound();
        Optional<LinkedUser> who = foundation
                .storage()
                .read((Repositories from) -> LinkedUsers.who(from, inbound.platform(), inbound.sender()));
        Optional<BotCommand> command =
                Optional.ofNullable(inbound.text()).flatMap(text -> BotCommand.of(inbound.platform(), text));
        return who.map(user -> ofUser(update, user, command, channel))
                .orElseGet(() -> Answer.plain(ofStranger(inbound, command, channel), null));
    }

    private String ofStranger(BotInbound inbound, Optional<BotCommand> command, BotChannel channel) {
        String sign = channel.commandSign();
        return command.map(given -> switch (given.word()) {
                    case LINK -> link(inbound, given.argument(), channel);
                    case HELP -> help(sign);
                    case START, AGENTS, STATUS -> unknown(sign);
                })
                .orElseGet(() -> unknown(sign));
    }

    private Answer ofUser(BotUpdate update, LinkedUser who, Optional<BotCommand> command, BotChannel channel) {
        BotConversation conversation = log.said(update, who);
        String text = update.inbound().text();
        if (command.isPresent()) {
            return Answer.plain(obey(update.inbound(), who, conversation, command.get(), channel), conversation);
        }
        if (text == null || Text.unseen(text)) {
            return Answer.plain("I can read text only. Tell me in words, please.", conversation);
        }
        if (!who.permissions().contains(Permission.CHAT_USE)) {
            return Answer.failed(
                    "You may not chat in Atlas; ask an administrator.", conversation, "permission.missing");
        }
        Mention mention = Mention.of(text);
        BotConversation with = conversation.spoken(
                mention.answering(conversation.agent()), conversation.sessionId(), conversation.lastMessageAt());
        try (BotChannel.Working _ = channel.working(update.inbound())) {
            return turns.ask(update, who, with, mention.text());
        }
    }

    private String obey(
            BotInbound inbound, LinkedUser who, BotConversation conversation, BotCommand command, BotChannel channel) {
        return switch (command.word()) {
            case START, HELP -> help(channel.commandSign());
            case LINK -> link(inbound, command.argument(), channel);
            case AGENTS -> agents(conversation.agent());
            case STATUS -> status(who, conversation.agent());
        };
    }

    private String link(BotInbound inbound, String code, BotChannel channel) {
        if (code.isBlank()) {
            return "Send the code with it: `%slink 123456`.".formatted(channel.commandSign());
        }
        LinkOutcome outcome =
                redemption.redeem(inbound.platform(), inbound.sender(), channel.senderName(inbound), code);
        return switch (outcome) {
            case LinkOutcome.Linked linked ->
                "You are **%s** in Atlas now. Ask me something.".formatted(linked.username());
            case LinkOutcome.Refused ignored ->
                "This code is not good (any more). Ask Atlas for a new one; it is good for ten minutes, and once.";
            case LinkOutcome.OfAnotherUser ignored ->
                "You are somebody else in Atlas already. They, or an administrator, must undo that first.";
            case LinkOutcome.TooMany wait -> "Too many codes were wrong. Wait %s.".formatted(minutes(wait.pause()));
        };
    }

    /** Rounded up. */
    private static String minutes(Duration pause) {
        long minutes = Math.max(1, pause.plusSeconds(59).toMinutes());
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }

    private static String unknown(String sign) {
        return """
                I do not know who you are in Atlas, or you may not use bots there. Ask Atlas for a code \
                (your profile, or `POST /api/v1/bots/links/{platform}/codes`) and send it to me: `%slink 123456`.""".formatted(sign);
    }

    private static String help(String sign) {
        return """
                Say something, and an agent of Atlas answers. Begin with `@name` to choose another agent.

                - `%1$slink 123456` tells me who you are in Atlas
                - `%1$sagents` lists the agents
                - `%1$sstatus` says who you are, and who answers
                - `%1$shelp` shows this""".formatted(sign);
    }

    private static String agents(@Nullable String current) {
        String answering = current == null ? Agent.USUAL.id() : current;
        return Arrays.stream(Agent.values())
                .map(agent -> "- `@%s` %s%s"
                        .formatted(
                                agent.id(), agent.description(), agent.id().equals(answering) ? " (answers now)" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String status(LinkedUser who, @Nullable String current) {
        return "You are **%s** in Atlas. `@%s` answers."
                .formatted(who.user().username().value(), current == null ? Agent.USUAL.id() : current);
    }
}
