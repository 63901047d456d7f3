package dev.atlas.application.providers;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The port to those who offer models. Every method waits on the caller's thread, which should be a virtual one, and throws
 * {@link ProviderFailure} if it comes to nothing; what the failure says never holds what the provider wrote, nor a key.
 *
 * <p>A call that is {@linkplain Cancellation cancelled} from another thread ends at once with {@link
 * ProviderProblem.Cancelled}, and its connection is closed, so that the provider can stop as well.
 */
public interface ModelProvider {

    /** The models that can be asked for with this key, by name. */
    List<OfferedModel> models(ModelEndpoint endpoint, Cancellation cancellation);

    /** Tries whether the provider is there and takes the key, at no cost. */
    void check(ModelEndpoint endpoint, Cancellation cancellation);

    /** The whole answer at once. */
    ModelAnswer complete(ModelEndpoint endpoint, ModelQuestion question, Cancellation cancellation);

    /**
     * The answer piece by piece: {@code reader} is given each as it arrives, on this thread, so that a slow reader slows the
     * provider rather than filling memory. What the reader throws ends the call and is thrown on.
     *
     * @return what the pieces come to
     */
    ModelAnswer stream(
            ModelEndpoint endpoint, ModelQuestion question, Consumer<ModelEvent> reader, Cancellation cancellation);

    /** The one on the class path; found when it is first needed, as a server starts sooner without it. */
    static ModelProvider found() {
        return ServiceLoader.load(ModelProvider.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ModelProvider on the class path"));
    }
}
