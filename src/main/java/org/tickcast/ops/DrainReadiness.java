package org.tickcast.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Whoever shares clients out among servers is told to send none to one that lets everybody go. */
@Readiness
@ApplicationScoped // Made when it is first asked: the server looks for checks before the settings were read.
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class DrainReadiness implements HealthCheck {

    static final String NAME = "taking-clients";

    @Inject
    private DrainDesk desk;

    @Override
    public HealthCheckResponse call() {
        return response(desk.state());
    }

    static HealthCheckResponse response(DrainDesk.Answer state) {
        return state.draining()
                ? new HealthCheckResponse(
                        NAME,
                        Status.DOWN,
                        Optional.of(Map.of(
                                "draining",
                                true,
                                "clients",
                                state.clients(),
                                "reason",
                                "The server takes nobody in and lets its clients go")))
                : new HealthCheckResponse(
                        NAME, Status.UP, Optional.of(Map.of("draining", false, "clients", state.clients())));
    }
}
