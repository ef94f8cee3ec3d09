/** A real nginx in front of {@code tickcast.jar}, with the site that we ship. */
@NullMarked
package org.tickcast.it.proxy;

import org.jspecify.annotations.NullMarked;
