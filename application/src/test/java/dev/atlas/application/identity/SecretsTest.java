package dev.atlas.application.identity;

import static dev.atlas.application.identity.Node.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.storage.CannotOpen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest extends NodeTest {

    private static final SecretName PASSWORD = new SecretName("vcenter:1:password");
    private static final Provider OPENAI = new Provider("openai");

    @Test
    void aSecretIsPutReplacedUsedAndRemoved() {
        Caller admin = node.admin();

        assertThat(put(admin, "one").added()).isTrue();
        assertThat(put(admin, "two").added()).isFalse();

        assertThat(value(node)).contains("two");
        assertThat(Node.await(node.identity.secrets().list(admin)))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.readable()).isTrue();
                    assertThat(shown.secret().value().text()).doesNotContain("two");
                    assertThat(shown.toString())
                            .doesNotContain("two", shown.secret().value().text());
                });
        assertThat(node.audit("secret.set").getFirst().changes().after().text()).isEqualTo("{\"value\":\"***\"}");
        node.identity.secrets().remove(admin, PASSWORD, null);
        assertThat(value(node)).isEmpty();
        assertThat(refusal(() -> node.identity.secrets().remove(admin, PASSWORD, null)))
                .isEqualTo("secret.not_found");
    }

    /*
     * Somebody with access to the store puts the ciphertext of one secret under the name of another.
     * - It does not pass for that one's value.
     */
    @Test
    void aValueIsBoundToItsName() {
        put(node.admin(), "one");
        SecretName other = new SecretName("other");
        storage.write(to -> {
            Secret secret = to.secrets().find(PASSWORD).orElseThrow();
            return to.secrets().add(new Secret(other, secret.value(), secret.createdAt(), secret.updatedAt(), 0));
        });

        assertThat(refusal(() -> storage.read(from -> node.identity.secrets().value(from, other))))
                .isEqualTo("secret.cannot_decrypt");
        assertThat(Node.await(node.identity.secrets().get(node.admin(), other)).readable())
                .isFalse();
    }

    @Test
    void credentialsOfProvidersAreKeptApartAndSignNobodyIn() {
        Caller admin = node.admin();
        node.user(admin, "ann", "member");
        Caller ann = node.caller(node.signIn("ann").access());
        node.identity.ownCredentials().put(ann, OPENAI, "sk-ann", "work", null);
        node.identity.sharedCredentials().put(admin, OPENAI, "sk-all", null, null);

        Optional<String> anns =
                storage.read(from -> node.identity.ownCredentials().value(from, ann.user(), OPENAI));
        Optional<String> admins =
                storage.read(from -> node.identity.ownCredentials().value(from, admin.user(), OPENAI));
        Optional<String> everybodys =
                storage.read(from -> node.identity.sharedCredentials().value(from, OPENAI));
        assertThat(List.of(anns, admins, everybodys))
                .containsExactly(Optional.of("sk-ann"), Optional.empty(), Optional.of("sk-all"));
        assertThat(refusal(() -> node.caller("sk-ann"))).isEqualTo("auth.token_invalid");
        assertThat(refusal(() -> Node.await(node.identity.sharedCredentials().list(ann))))
                .isEqualTo("permission.missing");
        assertThat(refusal(() -> node.identity.ownCredentials().remove(admin, OPENAI, null)))
                .isEqualTo("credential.not_found");
        node.identity.ownCredentials().remove(ann, OPENAI, null);
        node.identity.sharedCredentials().remove(admin, OPENAI, null);
    }

    /*
     * Keys are rotated: a new one comes first, everything is encrypted anew, the old one is taken out.
     * - Values stay what they were, and sign-ins go on.
     */
    @Test
    void keysAreRotated() {
        Caller admin = node.admin();
        put(admin, "one");
        node.identity.ownCredentials().put(admin, OPENAI, "sk-admin", null, null);
        node.identity.sharedCredentials().put(admin, OPENAI, "sk-all", null, null);
        String token = node.signIn("admin").access();
        String fresh = Keyring.newKey();
        Node both = Node.ready(storage, keys(fresh + "," + oldKey()));

        KeyRotation.Report report = both.identity.keyRotation().rotate();

        assertThat(report).isEqualTo(new KeyRotation.Report(4, 0));
        Node after = Node.ready(storage, keys(fresh));
        assertThat(value(after)).contains("one");
        assertThat(after.caller(token).username()).isEqualTo("admin");
        List<EncryptionKey> known = storage.read(from -> from.encryptionKeys().all());
        assertThat(known).hasSize(1);
        assertThat(both.identity.keyRotation().rotate()).isEqualTo(new KeyRotation.Report(0, 0));
        assertThatThrownBy(() -> Node.ready(storage, keyring)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void theKeyFileIsItsOwnersAlone(@TempDir Path data) throws IOException {
        Map<String, String> environment =
                Map.of("ATLAS_DATA", data.resolve("new").toString());
        Path file = data.resolve("new").resolve("secret.key");

        assertThat(Keyring.of(environment).ids()).isEmpty();
        assertThat(file).doesNotExist();

        String first = Keyring.of(environment).first();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Keyring.of(environment).ids()).containsExactly(first);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Keyring.of(environment))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void manyProcessesThatStartTogetherHaveOneKey(@TempDir Path data) {
        Keyring early = Keyring.of(Map.of("ATLAS_DATA", data.toString()));
        List<String> ids = Together.run(
                8, i -> Keyring.of(Map.of("ATLAS_DATA", data.toString())).first());

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(early.ids()).containsExactlyElementsOf(Set.copyOf(ids));
    }

    @Test
    void aSettingThatHoldsNoKeysIsNotQuoted() {
        for (String wrong : List.of("hush", "aGVsbG8=", Keyring.newKey() + ",")) {
            assertThatThrownBy(() -> keys(wrong))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageStartingWith("ATLAS_SECRET_KEY")
                    .hasMessageNotContaining(wrong)
                    .hasNoCause();
        }
    }

    @Test
    void onlyThoseWithThePermissionSeeSecrets() {
        Caller admin = node.admin();
        node.role(admin, "almost", Permission.CREDENTIAL_MANAGE, Permission.USER_MANAGE);
        node.user(admin, "ann", "almost");
        Caller ann = node.caller(node.signIn("ann").access());

        assertThat(List.of(
                        refusal(() -> Node.await(node.identity.secrets().list(ann))),
                        refusal(() -> Node.await(node.identity.secrets().get(ann, PASSWORD))),
                        refusal(() -> put(ann, "one")),
                        refusal(() -> node.identity.secrets().remove(ann, PASSWORD, null))))
                .containsOnly("permission.missing");
    }

    private Placed<SecretAdministration.Shown> put(Caller caller, String value) {
        return node.identity.secrets().put(caller, PASSWORD, value, null).value();
    }

    private Optional<String> value(Node on) {
        return storage.read(from -> on.identity.secrets().value(from, PASSWORD));
    }

    private static Keyring keys(String setting) {
        return Keyring.of(Map.of("ATLAS_SECRET_KEY", setting));
    }

    private String oldKey() {
        return KeyFile.of(Map.of("ATLAS_DATA", folder.toString())).readOrMake();
    }
}
