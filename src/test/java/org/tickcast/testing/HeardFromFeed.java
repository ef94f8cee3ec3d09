package org.tickcast.testing;

import java.util.ArrayList;
import java.util.List;
import org.tickcast.feed.FeedListener;

/** Keeps what a feed says besides events. */
public final class HeardFromFeed implements FeedListener {

    private final List<String> words = new ArrayList<>();

    @Override
    public void noticed(String what) {
        words.add("noticed: " + what);
    }

    @Override
    public void failed(String why) {
        words.add("failed: " + why);
    }

    @Override
    public void ended(String why) {
        words.add("ended: " + why);
    }

    public List<String> words() {
        return List.copyOf(words);
    }
}
