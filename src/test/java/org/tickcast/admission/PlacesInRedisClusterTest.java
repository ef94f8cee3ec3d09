package org.tickcast.admission;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.OneRedisCluster;
import org.tickcast.testing.RealRedisCluster;

/** Two nodes that give places together, over a Redis Cluster. */
@ExtendWith(OneRedisCluster.class)
class PlacesInRedisClusterTest extends CommonPlacesContract {

    @SuppressWarnings("NullAway.Init")
    private NodeWithPlaces left;

    @SuppressWarnings("NullAway.Init")
    private NodeWithPlaces right;

    @BeforeEach
    void two_nodes(RealRedisCluster cluster) {
        left = new NodeWithPlaces("left", cluster.address(), NodeWithPlaces.QUICK);
        right = new NodeWithPlaces("right", cluster.address(), NodeWithPlaces.QUICK);
        left.joins();
        right.joins();
    }

    @AfterEach
    void nothing_is_left() {
        left.leaves();
        right.leaves();
    }

    @Override
    LeaseBook left() {
        return left.book;
    }

    @Override
    LeaseBook right() {
        return right.book;
    }
}
