package dev.atlas.application.bots.platform;

/** A call to a platform that came to nothing. Holds nothing the platform wrote, and no token. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PlatformProblem problem;

    public PlatformFailure(PlatformProblem problem) {
        super(problem.code() + ": " + problem.message(), null, false, false);
        this.problem = problem;
    }

    public PlatformProblem problem() {
        return problem;
    }
}
