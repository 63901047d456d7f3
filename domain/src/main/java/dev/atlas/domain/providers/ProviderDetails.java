package dev.atlas.domain.providers;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What administrators say of a provider. What they leave out is as the environment says, or else as it usually is.
 *
 * @param label its name for people, at most 120 code points
 * @param enabled false if nobody may ask it
 * @param defaultModel what is asked for where nobody names a model, at most 128 code points
 * @param baseAddress where it is: an http or https address of at most 512 characters, without user, query and fragment
 * @param azureDeployment of Azure OpenAI: under which name the model was put up, at most 128 of letters, digits, dot, dash and
 *     underscore
 * @param apiVersion of Azure OpenAI: at most 32 of the same characters
 */
public record ProviderDetails(
        ProviderKind kind,
        @Nullable String label,
        boolean enabled,
        @Nullable String defaultModel,
        @Nullable String baseAddress,
        @Nullable String azureDeployment,
        @Nullable String apiVersion,
        ProviderLimits limits) {

    private static final int LONGEST_ADDRESS = 512;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    public ProviderDetails {
        label = Text.optional("label", label, 120);
        defaultModel = Text.optional("default_model", defaultModel, 128);
        baseAddress = baseAddress == null || baseAddress.isBlank()
                ? null
                : address("base_address", baseAddress.strip()).toString();
        azureDeployment = name("azure_deployment", azureDeployment, 128);
        apiVersion = name("api_version", apiVersion, 32);
    }

    /** As a provider is that nobody has said anything of. */
    public static ProviderDetails usual(ProviderKind kind) {
        return new ProviderDetails(kind, null, true, null, null, null, null, ProviderLimits.USUAL);
    }

    /** An address that can be one of a provider. Throws {@link InvalidValue} naming {@code field} for any other. */
    public static URI address(String field, String text) {
        try {
            URI address = new URI(Text.storable(field, text, LONGEST_ADDRESS));
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // It is refused as what is no such address.
        }
        throw new InvalidValue(field, "must be an http or https address without user, query and fragment");
    }

    private static @Nullable String name(String field, @Nullable String given, int longest) {
        String name = Text.optional(field, given, longest);
        if (name != null && !NAME.matcher(name).matches()) {
            throw new InvalidValue(field, "must consist of letters, digits, dot, dash and underscore");
        }
        return name;
    }
}
