/** Several servers on one Redis, each with a JVM of its own: what they promise together, and when one of them or Redis fails. */
@NullMarked
package org.tickcast.it.cluster;

import org.jspecify.annotations.NullMarked;
