/** Producers push a market in, well and badly; against a real server. */
@NullMarked
package org.tickcast.it.ingest;

import org.jspecify.annotations.NullMarked;
