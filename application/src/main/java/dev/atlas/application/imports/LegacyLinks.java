package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of the predecessor refer to, as it is called in Atlas. For one thread.
 *
 * @param owner of what has no user; absent if such is left out
 */
record LegacyLinks(
        @Nullable Id<User> owner,
        Map<String, Id<User>> users,
        Map<Username, Id<User>> named,
        Map<String, Chat> chats,
        Map<String, Chat> playgrounds,
        Map<String, Id<ChatSession>> publicIds) {

    /** A chat that was taken. */
    record Chat(Id<ChatSession> id, Id<User> owner) {}

    LegacyLinks() {
        this(null, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** The same links, with somebody whose shall be what has no user. */
    LegacyLinks ownedBy(@Nullable Id<User> somebody) {
        return new LegacyLinks(somebody, users, named, chats, playgrounds, publicIds);
    }

    /** The user of this key. Throws {@link InvalidValue} naming {@code column} if there is none. */
    Id<User> user(String column, String key) {
        Id<User> user = users.get(key);
        if (user == null) {
            throw new InvalidValue(column, "names no user that was taken");
        }
        return user;
    }

    /** Whose a chat is. */
    Id<User> ownerOf(Cells cells) {
        String key = cells.text("user_id");
        if (key != null) {
            return user("user_id", key);
        }
        if (owner == null) {
            throw new InvalidValue("user_id", "is missing: name with --owner whose chats without a user shall be");
        }
        return owner;
    }

    static Chat chat(Map<String, Chat> chats, String key) {
        Chat chat = chats.get(key);
        if (chat == null) {
            throw new InvalidValue("session_id", "names no chat that was taken");
        }
        return chat;
    }
}
