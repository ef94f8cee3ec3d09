package org.tickcast.ops;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.tickcast.rest.ProblemMapper;
import org.tickcast.rest.RouteName;

/** All that is below {@code /admin}. A class that is not named here is not found. */
@ApplicationPath("/admin")
public class AdminApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ConfigurationResource.class,
                ConnectionsResource.class,
                DrainResource.class,
                FeedResource.class,
                KickResource.class,
                LoggerResource.class,
                RevocationResource.class,
                TapeResource.class,
                ProblemMapper.class,
                RouteName.class);
    }

    /** Without Jersey's own description of us. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
