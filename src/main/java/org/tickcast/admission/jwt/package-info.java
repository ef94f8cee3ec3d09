/**
 * Tokens that somebody signed: JSON Web Tokens, read with configured keys or with those an issuer publishes, and issued
 * with a secret of our own. Nimbus does the arithmetic of signatures and knows what a published key looks like; what a
 * token may be, and which key may check it, is decided here, in one pass over text that nobody trusts.
 *
 * <p>Nothing in a token says where to look for a key, and reading one never waits for the network.
 */
@NullMarked
package org.tickcast.admission.jwt;

import org.jspecify.annotations.NullMarked;
