package org.tickcast.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the nodes hear each other. It is told and no more: one that is alone still takes clients. */
@Readiness
@ApplicationScoped // Made when it is first asked: the server looks for checks before the settings were read.
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class NodesReadiness implements HealthCheck {

    @Inject
    private HealthDesk desk;

    @Override
    public HealthCheckResponse call() {
        return desk.nodes();
    }
}
