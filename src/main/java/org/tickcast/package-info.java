/**
 * Tickcast pushes a live market to thousands of browsers and bots. Two stories explain everything.
 *
 * <pre>
 * An event:
 *
 *   Feed ──▶ Inbox ──▶ tick ──▶ MarketBoard ──▶ Broadcaster ──▶ Mailbox ──▶ SocketSubscriber ──▶ client
 *   any thread         one thread, the only owner            one per client: newest frame wins,
 *                      of the board and the audiences        one send in flight
 *
 * A connection:
 *
 *   upgrade request ──▶ AdmissionFilter ──▶ AdmissionConfigurator.checkOrigin ──▶ Admission ──▶ Verdict
 *                       knows the address   asks, before anything is upgraded     the checks
 *
 *                         admitted: a Lease, held until the socket is gone
 *                         refused:  problem+json with the status that says why
 * </pre>
 *
 * <p>{@code market}, {@code wire}, {@code broadcast}, {@code feed} and {@code admission} are plain Java and know no
 * server; {@code socket} is where they meet the container; {@code wiring} builds the whole from the settings and starts
 * it. {@code PackageRulesTest} holds which package may use which.
 */
@NullMarked
package org.tickcast;

import org.jspecify.annotations.NullMarked;
