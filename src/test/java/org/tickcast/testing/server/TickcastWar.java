package org.tickcast.testing.server;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.tickcast.socket.LineEndpoint;

/** What the tests deploy: the WAR as it was built, and with it the few endpoints that only a test wants. */
public final class TickcastWar {

    public static final String TOKEN = "the-token-of-the-tests";

    private TickcastWar() {}

    /** The same with a policy of somebody else's: all classes on a server deploy the same, for the first of them counts. */
    public static WebArchive withPolicyOfOnesOwn() {
        return withTestEndpoints().addClass(NewsRooms.class);
    }

    public static WebArchive withTestEndpoints() {
        return ShrinkWrap.create(ZipImporter.class, "tickcast.war")
                .importFrom(new File("target/tickcast.war"))
                .as(WebArchive.class)
                .addClasses(
                        WhoAmIEndpoint.class,
                        OpeningsEndpoint.class,
                        InboxEndpoint.class,
                        TradeEndpoint.class,
                        BoardEndpoint.class,
                        PlacesEndpoint.class,
                        HeapEndpoint.class,
                        LineEndpoint.class,
                        LineEndpoint.Order.class,
                        FailingApplication.class,
                        FailingApplication.Failing.class);
    }
}
