package dev.atlas.contract.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.mongodb.MongoDBContainer;

/** Starts a MongoDB where none is given: the first of those that {@link MongoServer} lists. */
record MongoSource(Map<String, String> environment, Handle.Ownership ownership, Topology topology) {

    private static final String IMAGE = "mongo:8.0";
    private static final int INNER_PORT = 27_017;

    /** What a server is part of. */
    enum Topology {
        REPLICA_SET,
        STANDALONE
    }

    /** A server that has been started and may not be ready yet. */
    record Started(ServerUrl url, Deployment deployment) {}

    Started start() {
        Optional<Path> mongod = Mongod.onPath(environment);
        int port = FreePort.find();
        ServerUrl url = url("127.0.0.1", port);
        if (mongod.isPresent()) {
            return new Started(url, Mongod.start(mongod.get(), port, topology));
        }
        if (DockerEngine.answers(environment)) {
            return container(port);
        }
        boolean durable = ownership == Handle.Ownership.PRIVATE;
        return new Started(url, Secantus.start(environment, port, durable, topology));
    }

    private Started container(int port) {
        MongoDBContainer container = new MongoDBContainer(IMAGE);
        if (topology == Topology.REPLICA_SET) {
            container.withReplicaSet();
            container.withCommand("--replSet", "docker-rs", "--setParameter", "enableTestCommands=1");
        }
        ContainerDeployment deployment = ContainerDeployment.start(container, port, INNER_PORT);
        return new Started(url(container.getHost(), port), deployment);
    }

    private static ServerUrl url(String host, int port) {
        return new ServerUrl("mongodb", "", host + ":" + port, "atlas", "directConnection=true");
    }
}
