package dev.atlas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a process that runs a class of this test's class path, and is there soon. */
public final class JavaCommand {

    private JavaCommand() {}

    /** {@code java}, with what makes a short life shorter, the class and its arguments. */
    public static List<String> of(Class<?> main, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(List.of(arguments));
        return line;
    }
}
