package org.tickcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test the one {@link RealRedisCluster}, whole and empty, and ends it after the last. */
public final class OneRedisCluster implements ParameterResolver, BeforeEachCallback {

    private static final Namespace HERE = Namespace.create(OneRedisCluster.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RealRedisCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return cluster(test);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        RealRedisCluster cluster = cluster(test);
        cluster.isWhole();
        cluster.empty();
    }

    private static RealRedisCluster cluster(ExtensionContext test) {
        return test.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(RealRedisCluster.class, key -> started(), RealRedisCluster.class);
    }

    private static RealRedisCluster started() {
        try {
            return new RealRedisCluster();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
