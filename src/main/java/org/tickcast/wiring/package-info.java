/**
 * The object graph, its start and its end. The only place that reads settings: everything else is given records of
 * limits that are already right.
 */
@NullMarked
package org.tickcast.wiring;

import org.jspecify.annotations.NullMarked;
