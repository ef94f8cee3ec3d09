/** {@code tickcast.jar} as a user starts it. */
@NullMarked
package org.tickcast.it.launch;

import org.jspecify.annotations.NullMarked;
