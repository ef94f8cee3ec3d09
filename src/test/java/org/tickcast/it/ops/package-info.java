/** What an operator reads of a server that runs: figures and health; against a real server. */
@NullMarked
package org.tickcast.it.ops;

import org.jspecify.annotations.NullMarked;
