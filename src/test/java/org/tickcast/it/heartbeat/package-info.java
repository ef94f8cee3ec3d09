/** Clients that are not there any more, or only say so; against a real server. */
@NullMarked
package org.tickcast.it.heartbeat;

import org.jspecify.annotations.NullMarked;
