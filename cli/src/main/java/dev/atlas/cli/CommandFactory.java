package dev.atlas.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Gives every command the session it runs in. */
record CommandFactory(Session session) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Session.class) {
                constructor.setAccessible(true); // commands are private to their packages
                return type.cast(constructor.newInstance(session));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
