package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tickcast.market.MarketTime;
import org.tickcast.wire.WireCodec;

/** What time it is in the market, and what each board of it does. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class SessionResource {

    @Inject
    private MarketTime time;

    @Inject
    private WireCodec codec;

    @GET
    public String session() {
        return codec.session(time);
    }
}
