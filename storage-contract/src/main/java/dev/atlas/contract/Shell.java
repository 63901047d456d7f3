package dev.atlas.contract;

import java.util.UUID;

/** Changes users below Atlas, as people do with the engine's own shell. Each call is committed when it returns. */
public interface Shell extends AutoCloseable {

    /** Adds a valid user whose name is not taken. */
    void addUser(UUID id);

    /** Changes the display name of a user. */
    void changeUser(UUID id);

    void removeUser(UUID id);

    @Override
    void close();
}
