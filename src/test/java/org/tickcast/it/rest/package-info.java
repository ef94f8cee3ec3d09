/** What can be asked below {@code /api}, how a refusal reads there, and the document that says so; against a real server. */
@NullMarked
package org.tickcast.it.rest;

import org.jspecify.annotations.NullMarked;
