/** Undeploying and deploying again, on a server that goes on running. */
@NullMarked
package org.tickcast.it.redeploy;

import org.jspecify.annotations.NullMarked;
