package dev.atlas.application.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.SqliteAtlas;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Repositories;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortKindsTest {

    /** What moves without being asked for by anybody. */
    private static final List<String> MARKS = List.of("copy_marks", "mirror_marks");

    @TempDir
    private Path folder;

    @Test
    void what_moves_and_can_be_asked_for_is_compared() {
        try (SqliteAtlas atlas = new SqliteAtlas(folder)) {
            List<Kind> kinds = atlas.storage().read(each -> each.records().kinds());
            List<String> moving = kinds.stream()
                    .filter(Kind::moves)
                    .map(Kind::name)
                    .filter(name -> !MARKS.contains(name))
                    .toList();
            assertThat(ports().flatMap(port -> Stream.ofNullable(PortKinds.of(port))))
                    .containsExactlyInAnyOrderElementsOf(moving);
        }
    }

    @Test
    void a_port_is_called_as_its_kind_is() {
        ports().filter(port -> !port.getName().equals("auditTrail") && PortKinds.of(port) != null)
                .forEach(port -> assertThat(PortKinds.of(port))
                        .isEqualTo(port.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)));
    }

    private static Stream<Method> ports() {
        return Arrays.stream(Repositories.class.getMethods());
    }
}
