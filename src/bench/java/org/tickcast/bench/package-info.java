/** How fast the hot paths are. Run by hand, never by the build; docs/benchmarks.md has the figures and the command. */
@NullMarked
package org.tickcast.bench;

import org.jspecify.annotations.NullMarked;
