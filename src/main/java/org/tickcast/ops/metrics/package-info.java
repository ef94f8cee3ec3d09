/**
 * What is counted and measured, under the names of {@code docs/metrics.md}. The parts of the house that are counted know
 * nothing of it: they tell their listeners, and these write it down with Micrometer. No label ever holds a user, an
 * address, a token or anything else that a client could make up.
 */
@NullMarked
package org.tickcast.ops.metrics;

import org.jspecify.annotations.NullMarked;
