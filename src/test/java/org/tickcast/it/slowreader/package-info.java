/** Clients that do not read; against a real server. */
@NullMarked
package org.tickcast.it.slowreader;

import org.jspecify.annotations.NullMarked;
