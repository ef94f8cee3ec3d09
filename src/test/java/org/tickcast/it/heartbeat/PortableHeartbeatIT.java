package org.tickcast.it.heartbeat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.TickcastWar;

/** Over the line that every server has. */
@ExtendWith(ArquillianExtension.class)
class PortableHeartbeatIT extends Heartbeats {

    @Deployment(testable = false)
    @TargetsContainer("impatient-portable")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }
}
