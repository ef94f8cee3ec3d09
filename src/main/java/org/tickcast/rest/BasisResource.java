package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.tickcast.market.BasisTrend;
import org.tickcast.wire.WireCodec;

/** How the basis of the active future has moved in the last minutes that it did, the newest point last. */
@Path("/market/basis-trend")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class BasisResource {

    private static final int MOST_MINUTES = 120;

    @Inject
    private BasisTrend trend;

    @Inject
    private WireCodec codec;

    @GET
    public String trend(@QueryParam("minutes") @DefaultValue("30") String minutes) {
        return codec.basisTrend(trend.lastMinutes(Parameters.wholeNumber(minutes, 1, MOST_MINUTES)));
    }
}
