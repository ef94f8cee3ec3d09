/**
 * Rooms, who is there, what is said, who is typing, and what somebody is to be told. Plain Java: it opens no socket,
 * starts no thread and has no clock; what it says it leaves with a {@link org.tickcast.hub.HubClient}.
 *
 * <p>What happens goes round once, through the bus, also where there is only one node:
 *
 * <pre>
 *     client ─▶ Hub.heard ─▶ HubCommands ─▶ HubEvent ─▶ Bus ─▶ HubEffects ─▶ HubState ─▶ Postbox ─▶ clients of this node
 *               (any thread)  (may he? if not,           (every node,       (the same
 *                              he is told)                in one order)      everywhere)
 * </pre>
 *
 * So every node that hears the same events has the same rooms, and the order of a room is the order of the bus.
 */
@NullMarked
package org.tickcast.hub;

import org.jspecify.annotations.NullMarked;
