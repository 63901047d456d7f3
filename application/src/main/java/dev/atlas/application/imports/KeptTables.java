package dev.atlas.application.imports;

import java.util.List;
import java.util.Set;

/** The tables of the predecessor that Atlas has no place for yet. Source: the reference on its file, section 3. */
final class KeptTables {

    private KeptTables() {}

    static List<KeptTable> of(String source) {
        return List.of(
                kept(source, "ai_agent_configs"),
                new KeptTable(source, "module_configs", "module_name", Set.of()),
                kept(source, "vcenter_configs"),
                kept(source, "foreman_configs"),
                kept(source, "puppet_configs"),
                kept(source, "bot_platform_accounts", "verification_code"),
                kept(source, "bot_conversations"),
                kept(source, "bot_messages"),
                kept(source, "bot_webhook_configs", "webhook_secret"),
                kept(source, "workflows"),
                kept(source, "workflow_executions"),
                kept(source, "execution_steps"),
                kept(source, "human_interventions"),
                kept(source, "skills"),
                kept(source, "skill_actions"),
                kept(source, "devices"),
                kept(source, "device_relationships"),
                kept(source, "sync_metadata"));
    }

    private static KeptTable kept(String source, String table, String... secrets) {
        return new KeptTable(source, table, "id", Set.of(secrets));
    }
}
