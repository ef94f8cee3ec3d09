/** What comes over an open socket, and what may be said on it; against a real server. */
@NullMarked
package org.tickcast.it.streaming;

import org.jspecify.annotations.NullMarked;
