package dev.atlas.cli;

import java.util.Objects;
import picocli.CommandLine;

/** The version of this build, from the manifest of its jar. */
final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"atlas " + Objects.requireNonNullElse(version, "(development)")};
    }
}
