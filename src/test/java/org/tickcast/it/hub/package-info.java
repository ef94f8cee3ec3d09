/** People who talk to each other, over real sockets. */
@NullMarked
package org.tickcast.it.hub;

import org.jspecify.annotations.NullMarked;
