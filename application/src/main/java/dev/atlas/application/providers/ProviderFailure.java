package dev.atlas.application.providers;

/** A call to a provider that came to nothing. Holds nothing the provider wrote, and no key. */
public final class ProviderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProviderProblem problem;

    public ProviderFailure(ProviderProblem problem) {
        super(problem.code() + ": " + problem.message(), null, false, false);
        this.problem = problem;
    }

    public ProviderProblem problem() {
        return problem;
    }
}
