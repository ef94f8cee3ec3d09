/**
 * What goes with the files that a browser is shown: headers that say what they may do there. The files themselves are
 * served by the container, and hold no secret.
 */
@NullMarked
package org.tickcast.page;

import org.jspecify.annotations.NullMarked;
