/** What every form of a line promises, against a real server. */
@NullMarked
package org.tickcast.it.line;

import org.jspecify.annotations.NullMarked;
