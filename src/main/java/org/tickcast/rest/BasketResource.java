package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tickcast.market.Watchlist;
import org.tickcast.wire.WireCodec;

/** The stocks of the VN30 basket, in the order in which the channels show them. */
@Path("/vn30-components")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class BasketResource {

    @Inject
    private Watchlist watchlist;

    @Inject
    private WireCodec codec;

    @GET
    public String components() {
        return codec.basket(watchlist.stocks());
    }
}
