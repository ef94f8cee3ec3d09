package org.tickcast.wiring;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Stops the gateway while classes can still be loaded. When beans are destroyed that is over on some servers, and whoever
 * says goodbye then stumbles over the first class that was not needed before.
 */
@WebListener
public class GatewayStop implements ServletContextListener {

    private final GatewayLifecycle lifecycle;

    @Inject
    public GatewayStop(GatewayLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void contextDestroyed(ServletContextEvent ending) {
        lifecycle.stop();
    }
}
