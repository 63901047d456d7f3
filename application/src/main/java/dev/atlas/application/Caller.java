package dev.atlas.application;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: an active user with what they may do at this moment.
 *
 * @param permissions those of the role; with a personal token, only those that are its scopes as well
 * @param session the sign-in this request belongs to; absent for personal tokens and the command line
 * @param origin where the request comes from, for the audit trail
 */
public record Caller(
        Id<User> user,
        String username,
        Set<Permission> permissions,
        @Nullable Id<Session> session,
        Origin origin) {

    /** What stands for a user where there is none: on the command line of the machine. */
    private static final Id<User> NOBODY = new Id<>(new UUID(0, 0));

    /** Of the machine, not of Atlas: whose account ran the command. */
    private static final @Nullable String OPERATOR = System.getProperty("user.name");

    /**
     * Where a request comes from.
     *
     * @param requestId names the request in logs and answers
     * @param address the network address, absent on the command line
     * @param agent what the client calls itself, cut to 512 characters; absent if it does not
     */
    public record Origin(
            String requestId,
            @Nullable String address,
            @Nullable String agent) {

        private static final int LONGEST_AGENT = 512;

        public Origin {
            agent = agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
        }
    }

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Whoever may run commands on the machine may do everything; their account there is kept as the agent. */
    public static Caller commandLine() {
        Origin host = new Origin("command-line", null, OPERATOR);
        return new Caller(NOBODY, "command line", EnumSet.allOf(Permission.class), null, host);
    }

    /** True if no user of Atlas asks. */
    public boolean onCommandLine() {
        return user.equals(NOBODY);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Throws {@link Refusal.NotAllowed} unless the caller has the permission. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Refusal.NotAllowed("permission.missing", "This needs the permission " + permission.id() + ".");
        }
    }
}
