package org.tickcast.testing.server;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Has Arquillian use {@link TestServer} where it would use the connector's own container, if that is the one there is. */
public class TestServerExtension implements LoadableExtension {

    private static final String CONNECTOR =
            "fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer";

    @Override
    public void register(ExtensionBuilder builder) {
        if (Validate.classExists(CONNECTOR)) {
            builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, TestServer.class);
        }
    }
}
