package org.tickcast.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** All that is below {@code /api}. A class that is not named here is not found. */
@ApplicationPath("/api")
public class RestApplication extends Application {

    /** Jersey's own description of us, which would answer below our paths. Other servers do not know the name. */
    private static final String NO_WADL = "jersey.config.server.wadl.disableWadl";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                MarketResource.class,
                AlertsResource.class,
                BasisResource.class,
                BasketResource.class,
                IndexResource.class,
                SectorsResource.class,
                SessionResource.class,
                RoomsResource.class,
                UsersResource.class,
                BroadcastResource.class,
                PresenceResource.class,
                ProblemMapper.class,
                RouteName.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(NO_WADL, true);
    }
}
