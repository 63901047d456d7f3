package dev.atlas.platforms.slack;

import dev.atlas.application.bots.platform.InboundMessage;

/** Something that Slack tells. */
public sealed interface SlackEvent {

    /** Slack wants to know whether somebody is there; it is answered with the same words, as plain text. */
    record Challenge(String words) implements SlackEvent {}

    /** Somebody said something to the bot. Slack tells it again, with the same id, if it is not answered within three seconds. */
    record Said(InboundMessage message) implements SlackEvent {}

    /** Nothing that is of interest to the bot. */
    record Other() implements SlackEvent {}
}
