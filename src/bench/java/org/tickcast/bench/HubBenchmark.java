package org.tickcast.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.hub.HouseRules;
import org.tickcast.hub.Hub;
import org.tickcast.hub.HubClient;
import org.tickcast.hub.HubLimits;
import org.tickcast.hub.HubListener;
import org.tickcast.hub.HubUser;
import org.tickcast.hub.RoomAccess;
import org.tickcast.hub.RoomSpec;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.TextMessage;

/** What the hub itself costs; what a container then does to send is not in here. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class HubBenchmark {

    private static final HubLimits ROOMY = HubLimits.DEFAULTS;
    private static final String JOIN = "{\"type\":\"join_room\",\"payload\":{\"room_id\":\"floor\"}}";
    private static final String CHAT =
            "{\"type\":\"chat\",\"payload\":{\"room_id\":\"floor\",\"message\":\"What do you make of FPT today?\"}}";

    /** A message from JSON to a frame in the hands of every member. */
    @State(Scope.Thread)
    public static class Talk {

        @Param({"1", "100", "10000"})
        int members;

        private final House house = new House();
        private Member speaker = new Member("speaker");

        @Setup
        public void gather() {
            List<Member> all = house.join(members, "user");
            speaker = all.get(0);
            house.tick(Duration.ofSeconds(5));
        }
    }

    @Benchmark
    public long oneMessage(Talk talk) {
        talk.house.hub.heard(talk.speaker, CHAT);
        return talk.speaker.frames;
    }

    /** A room of 100, new for each storm. */
    @State(Scope.Thread)
    public static class Storm {

        private House house = new House();
        private List<Member> newcomers = List.of();

        @Setup(Level.Invocation)
        public void before() {
            house = new House();
            house.join(100, "user");
            house.tick(Duration.ofSeconds(5));
            newcomers = House.named(2_000, "new");
        }
    }

    /** Two thousand open a socket and join, while the tick comes ten times. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 30)
    @Measurement(iterations = 30)
    public long joinStorm(Storm storm) {
        int joined = 0;
        for (Member member : storm.newcomers) {
            storm.house.hub.opened(member);
            storm.house.hub.heard(member, JOIN);
            if (++joined % 200 == 0) {
                storm.house.tick(Duration.ofMillis(100));
            }
        }
        return storm.newcomers.get(0).frames;
    }

    /** A hub with one room, and a clock that only goes with the tick. */
    private static final class House implements InstantSource {

        private Instant now = Instant.parse("2026-11-20T04:30:00Z");
        private final Hub hub =
                new Hub(new NodeId("bench"), ROOMY, HouseRules.DEFAULT, new LocalBus(), this, HubListener.NONE);

        House() {
            hub.desk().furnish(List.of(new RoomSpec("floor", "The floor", RoomAccess.PUBLIC)));
        }

        @Override
        public Instant instant() {
            return now;
        }

        void tick(Duration later) {
            now = now.plus(later);
            hub.tick();
        }

        List<Member> join(int count, String name) {
            List<Member> all = named(count, name);
            for (Member member : all) {
                hub.opened(member);
                hub.heard(member, JOIN);
            }
            return all;
        }

        static List<Member> named(int count, String name) {
            List<Member> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(new Member(name + i));
            }
            return all;
        }
    }

    /** Reads at once and remembers only how much it was. */
    private static final class Member implements HubClient {

        private final HubUser user;
        private long frames;

        Member(String name) {
            user = new HubUser(name, Set.of());
        }

        @Override
        public HubUser user() {
            return user;
        }

        @Override
        public void deliver(TextMessage frame) {
            frames += frame.text().length();
        }

        @Override
        public void close(CloseCode reason) {
            throw new IllegalStateException("Closed for " + reason);
        }
    }
}
