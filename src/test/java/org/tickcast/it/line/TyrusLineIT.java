package org.tickcast.it.line;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.TickcastWar;

/** Over the writer that Payara has. */
@ExtendWith(ArquillianExtension.class)
class TyrusLineIT extends LinePromises {

    @Deployment(testable = false)
    @TargetsContainer("impatient")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Override
    String form() {
        return "TyrusLine";
    }
}
