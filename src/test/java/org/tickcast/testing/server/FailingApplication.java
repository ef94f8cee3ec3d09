package org.tickcast.testing.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.tickcast.market.MarketBoard;
import org.tickcast.rest.BoardAnswers;
import org.tickcast.rest.ProblemMapper;

/** Resources that fail, with the gateway's own answer to that. */
@ApplicationPath("/api/failing")
public class FailingApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Failing.class, ProblemMapper.class);
    }

    /** Fails on the thread of the request, on another, in the tick, or after it. */
    @Path("/")
    @RequestScoped
    public static class Failing {

        @Inject
        @SuppressWarnings("NullAway.Init") // Injected by the container.
        private BoardAnswers board;

        @GET
        @Path("at-once")
        public String atOnce() {
            throw new IllegalStateException("A secret of ours");
        }

        @GET
        @Path("later")
        public void later(@Suspended AsyncResponse request) {
            CompletableFuture.runAsync(() -> request.resume(new IllegalStateException("A secret of ours")))
                    .join();
        }

        @GET
        @Path("on-the-board")
        public void onTheBoard(@Suspended AsyncResponse request) {
            board.answer(request, seen -> failWith("A secret of ours"), words -> words);
        }

        @GET
        @Path("in-words")
        public void inWords(@Suspended AsyncResponse request) {
            board.answer(request, MarketBoard::version, version -> failWith("A secret of ours"));
        }

        private static String failWith(String words) {
            throw new IllegalStateException(words);
        }
    }
}
