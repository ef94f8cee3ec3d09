/**
 * How nodes hear each other: a bus that brings every message to every node in one order. What the messages mean is not
 * known here.
 */
@NullMarked
package org.tickcast.cluster;

import org.jspecify.annotations.NullMarked;
