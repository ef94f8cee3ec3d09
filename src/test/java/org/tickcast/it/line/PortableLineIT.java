package org.tickcast.it.line;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.TickcastWar;

/** Over the line that every server has. */
@ExtendWith(ArquillianExtension.class)
class PortableLineIT extends LinePromises {

    @Deployment(testable = false)
    @TargetsContainer("impatient-portable")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Override
    String form() {
        return "PortableLine";
    }
}
