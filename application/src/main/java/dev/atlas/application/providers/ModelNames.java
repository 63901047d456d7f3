package dev.atlas.application.providers;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Asks several providers at once which models they have. */
final class ModelNames {

    private ModelNames() {}

    /** In the order of the endpoints. Throws what the first one says if all refuse. */
    static List<ModelName> of(ModelProvider provider, List<ModelEndpoint> endpoints) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<OfferedModel>>> asked = endpoints.stream()
                    .map(endpoint -> threads.submit(
                            (Callable<List<OfferedModel>>) () -> provider.models(endpoint, new Cancellation())))
                    .toList();
            ProviderFailure first = null;
            Stream.Builder<ModelName> names = Stream.builder();
            for (int i = 0; i < asked.size(); i++) {
                String id = endpoints.get(i).provider();
                try {
                    asked.get(i).get().forEach(model -> names.add(new ModelName(id, model.id())));
                } catch (ExecutionException e) {
                    first = first == null ? failure(e) : first;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new ProviderProblem.Cancelled().refusal();
                }
            }
            List<ModelName> told = names.build().toList();
            if (told.isEmpty() && first != null) {
                throw first.problem().refusal();
            }
            return told;
        }
    }

    private static ProviderFailure failure(ExecutionException e) {
        if (e.getCause() instanceof ProviderFailure failure) {
            return failure;
        }
        throw new IllegalStateException(e.getCause());
    }
}
