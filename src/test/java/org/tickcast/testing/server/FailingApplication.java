package org.tickcast.testing.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.tickcast.rest.ProblemMapper;

/** Resources that fail, with the gateway's own answer to that. */
@ApplicationPath("/api/failing")
public class FailingApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Failing.class, ProblemMapper.class);
    }

    /** Fails on the thread of the request, or on another. */
    @Path("/")
    public static class Failing {

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
    }
}
