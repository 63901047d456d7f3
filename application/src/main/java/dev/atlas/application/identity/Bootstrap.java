package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.DefaultRoles;
import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Repositories;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a store ready to be served: default roles, a first administrator, a key that signs access tokens. Each is made
 * once in the life of a store, however many nodes start together: what is there already is never added again.
 */
public final class Bootstrap {

    /** Holds the first administrator's password. */
    public static final String PASSWORD_SETTING = "ATLAS_ADMIN_PASSWORD";

    private static final Username ADMIN = new Username("admin");
    private static final int GENERATED_BYTES = 18;

    /**
     * The administrator this start made.
     *
     * @param generatedPassword to be shown once; absent if the setting gave one
     */
    public record FirstAdministrator(
            String username, @Nullable String generatedPassword) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "FirstAdministrator[" + username + "]";
        }
    }

    private final Foundation foundation;
    private final Vault vault;
    private final SigningKeyring signingKeys;
    private final PasswordHashing hashing;
    private final Audit audit;
    private final SecureRandom random;

    Bootstrap(
            Foundation foundation,
            Vault vault,
            SigningKeyring signingKeys,
            PasswordHashing hashing,
            Audit audit,
            SecureRandom random) {
        this.foundation = foundation;
        this.vault = vault;
        this.signingKeys = signingKeys;
        this.hashing = hashing;
        this.audit = audit;
        this.random = random;
    }

    /**
     * To be called before anything is served; repeating it changes nothing.
     *
     * @param password of the first administrator; generated if absent or blank, and not looked at if there are users
     * @return the administrator, if this call made one
     * @throws CannotOpen if the store is encrypted with a key that this node lacks, or the password is not acceptable
     */
    public Optional<FirstAdministrator> run(@Nullable String password) {
        if (foundation.storage().<Boolean>read(this::ready)) {
            signingKeys.all();
            return Optional.empty();
        }
        String generated = password == null || password.isBlank() ? generate() : null;
        String hash = hash(generated == null ? String.valueOf(password) : generated);
        boolean made =
                foundation.storage().<Boolean>write(to -> prepare(to, hash)).value();
        signingKeys.all();
        return made ? Optional.of(new FirstAdministrator(ADMIN.value(), generated)) : Optional.empty();
    }

    /**
     * Looks at a password before there is a store.
     *
     * @param password as {@link #run} takes it
     * @throws CannotOpen if it is not acceptable
     */
    public static void requireAcceptable(@Nullable String password) {
        if (password != null && !password.isBlank()) {
            try {
                PasswordHashing.requireAcceptable("password", password);
            } catch (InvalidValue e) {
                throw unacceptable(e);
            }
        }
    }

    private boolean ready(Repositories from) {
        vault.requireEveryKey(from);
        return !from.users().list(Page.first(1), true).items().isEmpty()
                && !from.roles().all().isEmpty()
                && !from.signingKeys().all().isEmpty();
    }

    private boolean prepare(Repositories to, String hash) {
        to.guards().pass(Guards.ADMINISTRATION);
        Instant now = foundation.now();
        if (to.roles().all().isEmpty()) {
            DefaultRoles.all(now).forEach(role -> to.roles().add(role));
        }
        signingKeys.makeFirst(to, random);
        if (!to.users().list(Page.first(1), true).items().isEmpty()) {
            return false;
        }
        User admin = to.users()
                .add(new User(foundation.ids().next(), ADMIN, null, null, DefaultRoles.ADMIN, hash, true, now, now, 0));
        Changes changes = UserAdministration.differences(null, admin);
        audit.record(to, Caller.commandLine(), UserAdministration.CREATED, Audit.user(admin), changes);
        return true;
    }

    private String hash(String password) {
        try {
            return hashing.hash("password", password);
        } catch (InvalidValue e) {
            throw unacceptable(e);
        }
    }

    private static CannotOpen unacceptable(InvalidValue e) {
        return new CannotOpen(
                "The password in " + PASSWORD_SETTING + " " + e.getMessage() + ": choose another one.", e);
    }

    private String generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
