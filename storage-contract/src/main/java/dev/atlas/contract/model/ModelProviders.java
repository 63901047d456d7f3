package dev.atlas.contract.model;

import dev.atlas.contract.samples.ProviderSamples;
import dev.atlas.domain.providers.ChatSettings;
import dev.atlas.domain.providers.ChatSettingsByName;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderConfigurations;
import dev.atlas.domain.storage.RecordKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Providers and how chats are answered. */
final class ModelProviders {

    private ModelProviders() {}

    static Map<String, Object> ports(Model model) {
        return Map.of("providerConfigurations", new AllProviders(model), "chatSettings", new AllChatSettings(model));
    }

    private static final class AllProviders extends ModelAggregates<String, ProviderConfiguration>
            implements ProviderConfigurations {
        AllProviders(Model model) {
            super(ProviderSamples.PROVIDER_CONFIGURATIONS, model);
        }

        /** Text is ordered by its bytes. */
        @Override
        public List<ProviderConfiguration> all() {
            return where(provider -> true)
                    .sorted(Comparator.comparing(provider -> (RecordKey) new RecordKey.OfText(provider.id())))
                    .toList();
        }
    }

    private static final class AllChatSettings extends ModelAggregates<String, ChatSettings>
            implements ChatSettingsByName {
        AllChatSettings(Model model) {
            super(ProviderSamples.CHAT_SETTINGS, model);
        }
    }
}
