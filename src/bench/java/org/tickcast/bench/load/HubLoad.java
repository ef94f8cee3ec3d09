package org.tickcast.bench.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts one room of the hub under load. Two witnesses join it. Then a crowd comes in and joins, each client from an address
 * of its own and so as a guest of its own, while a speaker says something in the room once a second. The report is that
 * of {@link MarketLoad}, and what the witnesses were told of those who came.
 */
public final class HubLoad {

    private static final int OWN_ARGUMENTS = 2;

    private HubLoad() {}

    /** The first two arguments are an operator's token and how long a text is; the others {@link LoadOptions} explains. */
    public static void main(String[] arguments) throws Exception {
        String token = arguments[0];
        int characters = Integer.parseInt(arguments[1]);
        List<String> others = new ArrayList<>(List.of("--stamp-key", "at"));
        others.addAll(Arrays.asList(arguments).subList(OWN_ARGUMENTS, arguments.length));
        LoadOptions options = LoadOptions.parse(others.toArray(String[]::new));
        if (options.room() == null) {
            throw new IllegalArgumentException("--room says which room is put under load");
        }
        JsonObject report = run(options, options.room(), token, "x".repeat(characters));
        System.err.print(Report.summary(report));
        System.out.println(report);
        System.exit(0);
    }

    private static JsonObject run(LoadOptions options, String room, String token, String text) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI socket = URI.create(
                "ws://" + options.target().authority() + options.target().resource());
        Witness member = Witness.join(http, socket, token, room, false);
        Witness watcher = Witness.join(http, socket, token, room, true);
        JsonObject report;
        try (Speaker speaker = new Speaker(http, options.target(), room, token, text)) {
            speaker.start();
            report = MarketLoad.run(options);
        }
        return Json.createObjectBuilder(report)
                .add("presence_of_member", member.report())
                .add("presence_of_watcher", watcher.report())
                .build();
    }

    static String joining(String room) {
        return "{\"type\":\"join_room\",\"room_id\":\"" + room + "\"}";
    }
}
