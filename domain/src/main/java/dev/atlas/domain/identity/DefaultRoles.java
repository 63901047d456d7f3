package dev.atlas.domain.identity;

import static dev.atlas.domain.identity.Permission.*;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The roles a new store starts with. They are ordinary roles: once changed or removed they never come back by themselves.
 * Source: the table of default roles of the design.
 */
public final class DefaultRoles {

    /** The role of the first user. */
    public static final String ADMIN = "admin";

    /** The role of users nobody named another one for. */
    public static final String MEMBER = "member";

    private DefaultRoles() {}

    public static List<Role> all(Instant now) {
        return List.of(
                role(ADMIN, "Administrator", "Everything", EnumSet.allOf(Permission.class), now),
                role(
                        MEMBER,
                        "Member",
                        "Works in projects",
                        EnumSet.of(
                                PROJECT_VIEW,
                                PROJECT_CREATE,
                                TRACKING_VIEW,
                                TRACKING_WRITE,
                                CHAT_USE,
                                BOTS_USE,
                                TOOLS_USE,
                                EXPORT_RUN,
                                VCENTER_VIEW,
                                FOREMAN_VIEW,
                                PUPPET_VIEW),
                        now),
                role(
                        "operator",
                        "Operator",
                        "Watches systems and acknowledges problems",
                        EnumSet.of(
                                PROJECT_VIEW,
                                TRACKING_VIEW,
                                VCENTER_VIEW,
                                FOREMAN_VIEW,
                                PUPPET_VIEW,
                                ZABBIX_ACK,
                                EXPORT_RUN),
                        now),
                role(
                        "viewer",
                        "Viewer",
                        "Looks and changes nothing",
                        EnumSet.of(PROJECT_VIEW, TRACKING_VIEW, VCENTER_VIEW, FOREMAN_VIEW, PUPPET_VIEW),
                        now));
    }

    private static Role role(String name, String label, String description, Set<Permission> permissions, Instant now) {
        return new Role(name, label, description, permissions, now, now, 0);
    }
}
