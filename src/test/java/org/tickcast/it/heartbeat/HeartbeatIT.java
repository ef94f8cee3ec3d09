package org.tickcast.it.heartbeat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.TickcastWar;

/** Over the line that the server does best. */
@ExtendWith(ArquillianExtension.class)
class HeartbeatIT extends Heartbeats {

    @Deployment(testable = false)
    @TargetsContainer("impatient")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }
}
