package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.tickcast.market.ForeignActivity;
import org.tickcast.market.ForeignSummary;
import org.tickcast.market.MarketBoard;
import org.tickcast.wire.WireCodec;

/** The market as it is now. */
@Path("/market")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class MarketResource {

    @Inject
    private BoardAnswers board;

    @Inject
    private WireCodec codec;

    @GET
    @Path("/snapshot")
    public void snapshot(@Suspended AsyncResponse request) {
        board.answer(request, MarketBoard::snapshot, codec::market);
    }

    @GET
    @Path("/foreign-detail")
    public void foreignDetail(@Suspended AsyncResponse request) {
        board.answer(request, ForeignDetail::of, detail -> codec.foreignDetail(detail.summary(), detail.stocks()));
    }

    @GET
    @Path("/volume-stats")
    public void volumeStats(@Suspended AsyncResponse request) {
        board.answer(
                request,
                MarketBoard::snapshot,
                market -> codec.volumeStats(market.stats().values()));
    }

    /** Both of the same moment. */
    private record ForeignDetail(ForeignSummary summary, List<ForeignActivity> stocks) {

        static ForeignDetail of(MarketBoard board) {
            return new ForeignDetail(board.foreign(), board.foreignStocks());
        }
    }
}
