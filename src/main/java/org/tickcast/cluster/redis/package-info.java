/**
 * How nodes hear each other where there are several: over Redis. The only package that knows a Redis client. Nobody waits
 * for Redis here: each call is asynchronous and has a time limit, and while Redis is away a node goes on alone.
 */
@NullMarked
package org.tickcast.cluster.redis;

import org.jspecify.annotations.NullMarked;
