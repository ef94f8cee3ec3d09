package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickcast.market.IndexPicture;
import org.tickcast.market.IntradayPoint;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Symbol;
import org.tickcast.market.Watchlist;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.WireCodec;

/** One index. Its id may be written in any case. */
@Path("/index/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class IndexResource {

    @Inject
    private Watchlist watchlist;

    @Inject
    private BoardAnswers board;

    @Inject
    private ProblemAnswers problems;

    @Inject
    private WireCodec codec;

    @GET
    @Path("/intraday")
    public void intraday(@PathParam("id") String id, @Suspended AsyncResponse request) {
        Optional<Symbol> index = indexCalled(id);
        if (index.isPresent()) {
            Symbol known = index.get();
            board.answer(request, MarketBoard::indices, indices -> codec.intraday(known, line(indices, known)));
        } else {
            request.resume(problems.of(CloseCode.NO_SUCH_INDEX));
        }
    }

    private Optional<Symbol> indexCalled(String id) {
        return watchlist.indices().stream()
                .filter(index -> index.code().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Empty as long as nobody has said where the index stands. */
    private static List<IntradayPoint> line(Map<Symbol, IndexPicture> indices, Symbol index) {
        IndexPicture picture = indices.get(index);
        return picture == null ? List.of() : picture.intraday();
    }
}
