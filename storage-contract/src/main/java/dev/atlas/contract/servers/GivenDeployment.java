package dev.atlas.contract.servers;

/**
 * A server that somebody else runs and that was given by its URL. Nothing can be done to it.
 *
 * @param variable the environment variable that held the URL
 */
record GivenDeployment(String variable) implements Deployment {
    @Override
    public String source() {
        return "the server given by " + variable;
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public String lastLines() {
        return "(its log is elsewhere)";
    }

    @Override
    public void pause() {
        throw refusal();
    }

    @Override
    public void resume() {
        throw refusal();
    }

    @Override
    public void kill() {
        throw refusal();
    }

    @Override
    public void restart() {
        throw refusal();
    }

    @Override
    public void remove() {
        // It goes on running for whoever started it.
    }

    private UnsupportedOperationException refusal() {
        return new UnsupportedOperationException("Cannot pause, kill or restart " + source());
    }
}
