package org.tickcast.it.line;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;

/** Over the line that the server does best. */
@ExtendWith(ArquillianExtension.class)
class FastLineIT extends LinePromises {

    @Deployment(testable = false)
    @TargetsContainer("impatient")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Override
    String form() {
        return TestedServer.isWildFly() ? "UndertowLine" : "TyrusLine";
    }
}
