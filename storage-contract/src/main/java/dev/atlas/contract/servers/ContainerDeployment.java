package dev.atlas.contract.servers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import java.util.List;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;

/**
 * A server in a container that was started here, on a port that stays the same when it is killed and started again.
 *
 * @param container the running container
 */
record ContainerDeployment(GenericContainer<?> container) implements Deployment {

    /**
     * Starts a container.
     *
     * @param container what to start
     * @param port the port on the Docker host
     * @param innerPort the port the server listens on inside the container
     */
    static ContainerDeployment start(GenericContainer<?> container, int port, int innerPort) {
        container.setPortBindings(List.of(port + ":" + innerPort));
        try {
            container.start();
        } catch (ContainerLaunchException | DockerException failure) {
            throw new ServerException(
                    "A Docker engine answers, but the container of " + container.getDockerImageName()
                            + " does not start. Make the image available, or set " + DockerEngine.SWITCH
                            + "=off to go on without containers. " + failure.getMessage(),
                    failure);
        }
        return new ContainerDeployment(container);
    }

    @Override
    public String source() {
        return "container of " + container.getDockerImageName();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    @Override
    public String lastLines() {
        return LogTail.of(container.getLogs());
    }

    @Override
    public void pause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void resume() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void kill() {
        if (Boolean.TRUE.equals(state().getPaused())) {
            resume();
        }
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void restart() {
        docker().startContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void remove() {
        container.stop();
    }

    private ContainerState state() {
        return docker().inspectContainerCmd(container.getContainerId()).exec().getState();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
