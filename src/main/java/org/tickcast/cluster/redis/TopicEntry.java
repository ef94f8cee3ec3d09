package org.tickcast.cluster.redis;

import java.util.List;

/**
 * One entry of a topic's log: what a node said, one after the other.
 *
 * @param id where it stands in the one order
 * @param first the number that the node gave the first of the messages
 */
record TopicEntry(String id, String node, long first, List<String> messages) {}
