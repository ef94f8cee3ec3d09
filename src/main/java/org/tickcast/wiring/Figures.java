package org.tickcast.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.tickcast.admission.LeaseBook;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.ops.metrics.AdmissionMetrics;
import org.tickcast.ops.metrics.BusMetrics;
import org.tickcast.ops.metrics.FeedMetrics;
import org.tickcast.ops.metrics.MachineMetrics;
import org.tickcast.ops.metrics.Meters;
import org.tickcast.socket.Drain;

/** What is there to be looked at and tells nobody: the machine, the feed, the inbox. */
@Dependent
class Figures {

    private final Meters meters;
    private final FeedSettings settings;
    private final FeedSupervisor feed;
    private final Inbox inbox;
    private final Drain drain;
    private final LeaseBook leases;
    private final NodeBus bus;

    @Inject
    Figures(
            Meters meters,
            FeedSettings settings,
            FeedSupervisor feed,
            Inbox inbox,
            Drain drain,
            LeaseBook leases,
            NodeBus bus) {
        this.meters = meters;
        this.settings = settings;
        this.feed = feed;
        this.inbox = inbox;
        this.drain = drain;
        this.leases = leases;
        this.bus = bus;
    }

    /** Adds them to what can be read. */
    void show() {
        MachineMetrics.show(meters);
        FeedMetrics.show(meters, feed, inbox, settings.inboxEvents(), drain);
        AdmissionMetrics.show(meters, leases);
        BusMetrics.show(meters, bus, NodeBus::skipped);
    }
}
