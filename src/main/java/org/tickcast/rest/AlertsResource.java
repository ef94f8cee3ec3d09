package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.alert.AlertBook;
import org.tickcast.market.alert.AlertSeverity;
import org.tickcast.market.alert.AlertType;
import org.tickcast.wire.WireCodec;

/** The alerts of the day, the newest first. */
@Path("/market/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class AlertsResource {

    private static final int MOST = 200;

    @Inject
    private AlertBook book;

    @Inject
    private WireCodec codec;

    @GET
    public String alerts(
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("type") @Nullable String type,
            @QueryParam("severity") @Nullable String severity) {
        return codec.alerts(book.latest(
                Parameters.wholeNumber(limit, 1, MOST),
                Parameters.oneOf(AlertType.values(), type),
                Parameters.oneOf(AlertSeverity.values(), severity)));
    }
}
