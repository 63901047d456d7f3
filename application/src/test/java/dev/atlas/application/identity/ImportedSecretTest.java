package dev.atlas.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.SqliteAtlas;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.SecretName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedSecretTest {

    /** Source: the published test vector of Fernet. */
    @Test
    void aSecretOfThePredecessorSaysTheSameUnderAtlasesKey(@TempDir Path folder) throws Exception {
        try (SqliteAtlas test = new SqliteAtlas(folder);
                LegacyFile file = LegacyFile.empty(folder.resolve("atlas.sqlite3"))) {
            LegacySample.write(file);
            test.atlas()
                    .imports()
                    .legacy()
                    .run(new LegacyImportRequest(file.path(), LegacySample.FERNET_KEY, "legacy", null, false));
            SecretName name = new SecretName("ZABBIX_API_TOKEN");
            Ciphertext sealed = test.storage()
                    .read(from -> from.secrets().find(name).orElseThrow().value());
            Keyring keyring = Keyring.of(Map.of("ATLAS_DATA", folder.toString()));
            assertThat(keyring.decrypt(Vault.ofSecret(name), sealed)).contains("hello");
        }
    }
}
