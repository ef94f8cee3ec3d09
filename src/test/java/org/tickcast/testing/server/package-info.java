/** A real server for the tests, and clients for it, well-behaved and otherwise. */
@NullMarked
package org.tickcast.testing.server;

import org.jspecify.annotations.NullMarked;
