package org.tickcast.it.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test the one {@link Cluster}, whole, and ends it after the last. */
final class OneCluster implements ParameterResolver, BeforeEachCallback {

    private static final Namespace HERE = Namespace.create(OneCluster.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return cluster(test);
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        cluster(test).isWhole();
    }

    private static Cluster cluster(ExtensionContext test) {
        return test.getRoot().getStore(HERE).getOrComputeIfAbsent(Cluster.class, key -> started(), Cluster.class);
    }

    private static Cluster started() {
        try {
            return new Cluster();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
