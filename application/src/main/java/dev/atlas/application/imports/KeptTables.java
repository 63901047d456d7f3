package dev.atlas.application.imports;

import java.util.List;

/** The tables of the predecessor that Atlas has no place for yet. Source: the reference on its file, section 3. */
final class KeptTables {

    private KeptTables() {}

    static List<KeptTable> of(String source, Findings findings) {
        return List.of(
                kept(source, findings, "ai_agent_configs"),
                new KeptTable(source, "module_configs", "module_name", findings),
                kept(source, findings, "vcenter_configs"),
                kept(source, findings, "foreman_configs"),
                kept(source, findings, "puppet_configs"),
                kept(source, findings, "workflows"),
                kept(source, findings, "workflow_executions"),
                kept(source, findings, "execution_steps"),
                kept(source, findings, "human_interventions"),
                kept(source, findings, "skills"),
                kept(source, findings, "skill_actions"),
                kept(source, findings, "devices"),
                kept(source, findings, "device_relationships"),
                kept(source, findings, "sync_metadata"));
    }

    private static KeptTable kept(String source, Findings findings, String table) {
        return new KeptTable(source, table, "id", findings);
    }
}
