package dev.atlas.domain.providers;

import dev.atlas.domain.storage.Aggregates;

/** What administrators have set for chats, by name. */
public interface ChatSettingsByName extends Aggregates<String, ChatSettings> {}
