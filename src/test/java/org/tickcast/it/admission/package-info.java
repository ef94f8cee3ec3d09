/** Who comes in, who does not, and how it reads; against a real server. */
@NullMarked
package org.tickcast.it.admission;

import org.jspecify.annotations.NullMarked;
