package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tickcast.market.Sectors;
import org.tickcast.wire.WireCodec;

/** Which part of the economy each stock belongs to. */
@Path("/sectors")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class SectorsResource {

    @Inject
    private Sectors sectors;

    @Inject
    private WireCodec codec;

    @GET
    public String sectors() {
        return codec.sectors(sectors);
    }
}
