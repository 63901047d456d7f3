package dev.atlas.platforms.teams;

import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What was said on Teams, as the inbox keeps it. */
final class TeamsInbound {

    private static final String SERVICE = "service";

    /** Source: Bot Framework, proactive messages in Teams. */
    private static final String EVERYWHERE = "https://smba.trafficmanager.net/teams/";

    private static final String CONVERSATION = "conversation";

    private TeamsInbound() {}

    static BotInbound of(InboundMessage message) {
        SequencedMap<String, Json> address = new LinkedHashMap<>();
        address.put(SERVICE, new Json.Str(String.valueOf(message.serviceAddress())));
        address.put(CONVERSATION, new Json.Str(message.conversation()));
        return new BotInbound(
                BotPlatform.TEAMS,
                message.updateId(),
                message.ordinal(),
                message.conversation(),
                message.sender().id(),
                message.sender().name(),
                message.messageId(),
                message.text(),
                new Json.Obj(address));
    }

    /** Where Teams takes answers; of what nobody has said, the place for all the world. */
    static String service(BotInbound inbound) {
        return text(inbound, SERVICE, EVERYWHERE);
    }

    static String conversation(BotInbound inbound) {
        return text(inbound, CONVERSATION, inbound.conversation());
    }

    private static String text(BotInbound inbound, String name, String otherwise) {
        return inbound.address().members().get(name) instanceof Json.Str(String text) ? text : otherwise;
    }
}
