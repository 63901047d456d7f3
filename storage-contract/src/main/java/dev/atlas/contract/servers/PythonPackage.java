package dev.atlas.contract.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that comes as a Python package. The first use installs it into a virtual environment in the user's cache
 * folder, which may be deleted at any time.
 *
 * @param name the package
 * @param version exactly this one
 * @param companions further requirements, such as {@code openapi-spec-validator==0.7.2}
 */
public record PythonPackage(String name, String version, List<String> companions) {
    private static final Duration PROBE_BOUND = Duration.ofSeconds(20);
    private static final Duration INSTALL_BOUND = Duration.ofMinutes(5);
    private static final List<String> PYTHONS =
            List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3");

    /** Ends with an error where the version is not supported or no virtual environment can be made. */
    private static final String PROBE =
            "import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))";

    public PythonPackage {
        companions = List.copyOf(companions);
    }

    /**
     * The path of a program of the package, installed first if it was not yet.
     *
     * @throws ServerException saying what is missing on this machine
     */
    public Path program(Map<String, String> environment, String program) {
        CacheFolder cache = CacheFolder.of(environment, name + "-" + version);
        return in(cache.filled(folder -> isIntact(folder, program), this::install), program);
    }

    private static Path in(Path installation, String program) {
        return installation.resolve("bin").resolve(program);
    }

    /** The Python that an installation refers to may have been removed since. */
    private static boolean isIntact(Path installation, String program) {
        return Files.isExecutable(in(installation, program)) && Files.isExecutable(in(installation, "python"));
    }

    private String install(Path folder) {
        String python = PYTHONS.stream()
                .filter(candidate ->
                        Command.of(candidate, "-c", PROBE).run(PROBE_BOUND).succeeded())
                .findFirst()
                .orElseThrow(() -> new ServerException(
                        "none of " + PYTHONS + " is a Python 3.10 to 3.13 with the modules venv and ensurepip"));
        Command.of(python, "-m", "venv", folder.toString()).require("Making a virtual environment", INSTALL_BOUND);
        List<String> words = new ArrayList<>(List.of(
                in(folder, "python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                name + "==" + version));
        words.addAll(companions);
        new Command(words).require("Installing " + name, INSTALL_BOUND);
        return name + " " + version + " with " + python + "; may be deleted at any time\n";
    }
}
