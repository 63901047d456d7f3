package dev.atlas.contract.servers;

import java.nio.file.Path;

/** A server that runs as a process of this machine, with its data and its log in a temporary folder. */
final class ProcessDeployment implements Deployment {
    private final String source;
    private final Command command;
    private final String stopSignal;
    private final Path folder;
    private ServerProcess process;

    private ProcessDeployment(String source, Command command, String stopSignal, Path folder) {
        this.source = source;
        this.command = command;
        this.stopSignal = stopSignal;
        this.folder = folder;
        this.process = launch();
    }

    /**
     * Starts a server.
     *
     * @param source where it comes from, in words
     * @param command the program and its arguments; used again by {@link #restart()}
     * @param stopSignal the signal that ends it fastest without leaving traces outside its folder
     * @param folder the folder of its own; deleted by {@link #remove()}
     */
    static ProcessDeployment start(String source, Command command, String stopSignal, Path folder) {
        return new ProcessDeployment(source, command, stopSignal, folder);
    }

    private ServerProcess launch() {
        return ServerProcess.start(command, stopSignal, folder, folder.resolve("server.log"));
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public synchronized boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public synchronized String lastLines() {
        return process.lastLines();
    }

    @Override
    public synchronized void pause() {
        process.pause();
    }

    @Override
    public synchronized void resume() {
        process.resume();
    }

    @Override
    public synchronized void kill() {
        process.kill();
    }

    @Override
    public synchronized void restart() {
        process = launch();
    }

    @Override
    public synchronized void remove() {
        process.stop();
        Folders.delete(folder);
    }
}
