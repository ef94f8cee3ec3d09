package org.tickcast.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.Node;
import org.tickcast.testing.server.TickcastWar;

/** A program that uses the library as any would: src/test/js/against-a-server.mjs has what it tries. */
@ExtendWith(ArquillianExtension.class)
class ClientLibraryIT {

    private static final String API_KEY = "test-api-key-pro";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void a_program_in_node_follows_the_market_through_all_that_may_happen() throws IOException, InterruptedException {
        String told = Node.find()
                .run(List.of("src/test/js/against-a-server.mjs", server.toString(), TickcastWar.TOKEN, API_KEY));

        assertThat(told).contains("# all went well");
    }
}
