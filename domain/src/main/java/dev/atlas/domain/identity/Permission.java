package dev.atlas.domain.identity;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Words;
import java.util.Arrays;

/**
 * The closed catalogue of what somebody may do. Its names are the constants in lower case with a dot: {@code
 * project.view}. Checks, answers and roles use nothing else.
 */
public enum Permission {
    PROJECT_VIEW("See one's own, shared and public projects"),
    PROJECT_CREATE("Create projects, and change those one owns or edits"),
    PROJECT_MANAGE("See and administer every project"),
    TRACKING_VIEW("See experiments of projects one may see"),
    TRACKING_WRITE("Record experiments in projects one may edit"),
    CHAT_USE("Chat with models"),
    CHAT_MANAGE("Administer providers and chats"),
    USAGE_VIEW("See usage and cost of everybody"),
    USAGE_MANAGE("Change prices"),
    BOTS_USE("Talk to Atlas through bots"),
    BOTS_MANAGE("Administer bots"),
    USER_VIEW("See all users"),
    USER_MANAGE("Create, change and remove users"),
    ROLE_MANAGE("Create, change and remove roles"),
    CREDENTIAL_MANAGE("Administer global credentials of providers"),
    SECRET_MANAGE("Administer secrets"),
    AUDIT_VIEW("Read the audit trail"),
    IMPORT_RUN("Import data"),
    EXPORT_RUN("Export data"),
    STORAGE_VIEW("See the state of the storage"),
    STORAGE_MANAGE("Mirror, verify and switch storage"),
    METRICS_VIEW("Read metrics"),
    ZABBIX_ACK("Acknowledge problems in Zabbix"),
    TOOLS_USE("Use tools"),
    VCENTER_VIEW("See vCenter inventories"),
    FOREMAN_VIEW("See Foreman inventories"),
    PUPPET_VIEW("See Puppet configurations");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** The stable name, such as {@code project.view}. */
    public String id() {
        return Words.of(this).replace('_', '.');
    }

    /** What it allows, for people. */
    public String label() {
        return label;
    }

    /** Reads {@link #id()}. Throws {@link InvalidValue} naming {@code field} if the catalogue has no such name. */
    public static Permission of(String field, String id) {
        return Arrays.stream(values())
                .filter(permission -> permission.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValue(field, "must name permissions of the catalogue, and " + id + " is none"));
    }
}
