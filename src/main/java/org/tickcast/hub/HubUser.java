package org.tickcast.hub;

import java.util.List;
import java.util.Set;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.wire.HubText;
import org.tickcast.wire.OutsideMessage;

/**
 * Who somebody is to the others.
 *
 * @param id what the others see
 * @param roles those of the token, which are not those in a room
 */
public record HubUser(String id, Set<String> roles) {

    public static final int LONGEST_ID = 160;

    private static final String OWN = "user:";
    private static final List<String> RESERVED = List.of(GuestNames.PREFIX, OutsideMessage.PREFIX, OWN);

    public HubUser {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("A user is called by 1 to " + LONGEST_ID + " characters");
        }
        roles = Set.copyOf(roles);
    }

    /** Whether somebody could be called so, for those who have it from outside. */
    public static boolean isId(String id) {
        return id.length() <= LONGEST_ID
                && id.indexOf('\n') < 0
                && id.indexOf('\t') < 0
                && HubText.wrongWith(id, LONGEST_ID) == null;
    }

    /** A user by his own name, and who is known by address only by one that does not tell the address. */
    public static HubUser of(ClientIdentity who, GuestNames guests) {
        String id = who.isUser() ? named(who.id()) : guests.nameOf(who.address());
        return new HubUser(id, who.grants().roles());
    }

    /** Nobody is called like a guest or somebody outside, and no two are called the same. */
    private static String named(String id) {
        return RESERVED.stream().anyMatch(id::startsWith) ? OWN + id : id;
    }
}
