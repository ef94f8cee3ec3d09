package org.tickcast.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.TickcastWar;

/** People on two servers who talk in one room. */
@ExtendWith(OneCluster.class)
@Timeout(240)
class OneHubIT {

    private static final int MESSAGES = 20;

    @Test
    void whoever_speaks_and_wherever_all_hear_one_order(Cluster cluster) throws Exception {
        try (HubTalker ann = cluster.one().talks("127.8.2.1", "ann").joins("order");
                HubTalker bob = cluster.other().talks("127.8.2.2", "bob").joins("order")) {
            for (int i = 0; i < MESSAGES; i++) {
                ann.chats("order", "ann " + i);
                bob.chats("order", "bob " + i);
            }

            assertThat(heard(ann)).hasSize(2 * MESSAGES).isEqualTo(heard(bob));
        }
    }

    @Test
    void a_guest_is_called_the_same_wherever_he_comes(Cluster cluster) throws Exception {
        try (HubTalker ann = cluster.one().talks("127.8.2.5", "ann").joins("order")) {
            String name = guestOn(cluster.one(), ann);

            // On the very first start the servers may just be about to agree.
            while (!guestOn(cluster.other(), ann).equals(name)) {
                name = guestOn(cluster.one(), ann);
            }
            assertThat(name).startsWith("guest:");
        }
    }

    /** What somebody is called who shows what many show, from always the same address, by who hears him. */
    private static String guestOn(ClusterNode node, HubTalker hears) throws Exception {
        try (HubTalker guest = HubTalker.over(BareClient.from("127.8.2.6", node.url())
                .upgrade("/ws", "Authorization: Bearer " + TickcastWar.TOKEN))) {
            guest.joins("order").chats("order", "who am I?");
            return String.valueOf(hears.hears("chat").get("from"));
        }
    }

    @Test
    void who_was_on_a_server_that_is_killed_is_gone_once_and_comes_back_on_the_other(Cluster cluster) throws Exception {
        try (HubTalker dora = cluster.other().talks("127.8.2.3", "dora").joins("ghosts");
                HubTalker cleo = cluster.one().talks("127.8.2.4", "cleo").joins("ghosts")) {
            // That she has joined may be told together with others.
            cleo.chats("ghosts", "here");
            dora.hears("chat");

            cluster.one().server().kill();
            dora.hears("user_offline", "cleo");
            try (HubTalker back = cluster.other().talks("127.8.2.4", "cleo")) {
                assertThat(typesUntil("user_online", dora)).doesNotContain("user_offline", "user_left");
            }
            assertThat(cleo.socket().closeCode()).isEqualTo(1006);
        }
    }

    private static List<String> heard(HubTalker talker) throws IOException {
        List<String> all = new ArrayList<>();
        while (all.size() < 2 * MESSAGES) {
            var message = talker.hears("chat");
            all.add(message.get("id") + " " + message.get("message"));
        }
        return all;
    }

    private static List<String> typesUntil(String last, HubTalker talker) throws IOException {
        List<String> types = new ArrayList<>();
        for (var next = talker.hears(); !last.equals(next.get("type")); next = talker.hears()) {
            types.add(String.valueOf(next.get("type")));
        }
        return types;
    }
}
