package org.tickcast.admission;

import java.util.Collection;
import java.util.Set;

/** Which channels a token opens. */
public sealed interface ChannelScope {

    int MOST_CHANNELS = 32;
    int LONGEST_NAME = 64;

    ChannelScope ALL = new All();

    /** These channels and no other: an empty list opens nothing. Who says nothing about channels means {@link #ALL}. */
    static ChannelScope of(Collection<String> channels) {
        return new Only(Set.copyOf(channels));
    }

    /** Whether this token opens the channel with this name. Names compare to the letter. */
    boolean includes(String channel);

    /** Every channel there is, and every one to come. */
    record All() implements ChannelScope {

        @Override
        public boolean includes(String channel) {
            return true;
        }
    }

    /** The named ones and no other. A name that no channel has opens nothing. */
    record Only(Set<String> channels) implements ChannelScope {

        public Only {
            channels = ClaimText.allChecked("channel", channels, MOST_CHANNELS, LONGEST_NAME);
        }

        @Override
        public boolean includes(String channel) {
            return channels.contains(channel);
        }
    }
}
