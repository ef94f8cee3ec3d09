package org.tickcast.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the tick still runs: without it nobody is sent anything, and only a new start helps. */
@Liveness
@ApplicationScoped // Made when it is first asked: the server looks for checks before the settings were read.
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class TickLiveness implements HealthCheck {

    @Inject
    private HealthDesk desk;

    @Override
    public HealthCheckResponse call() {
        return desk.live();
    }
}
