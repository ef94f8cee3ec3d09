package org.tickcast.hub;

import org.jspecify.annotations.Nullable;

/**
 * The policy where there is no other. Operators may do everything. Members read and write; moderators also let people in
 * and put them out; owners also appoint and delete. Who is no member sees public rooms and may join them, and knows
 * nothing of what is said in any.
 *
 * @param operatorRole the role of a token that makes its bearer an operator
 */
public record HouseRules(String operatorRole) implements RoomPolicy {

    public static final HouseRules DEFAULT = new HouseRules("admin");

    @Override
    public boolean may(HubUser who, RoomAction action, RoomSpec room, @Nullable RoomRole role) {
        if (isOperator(who)) {
            return true;
        }
        return switch (action) {
            case SEE, JOIN -> role != null || room.access() == RoomAccess.PUBLIC;
            case READ, WRITE, TYPE -> role != null;
            case INVITE, REMOVE -> role != null && role != RoomRole.MEMBER;
            case APPOINT, DELETE -> role == RoomRole.OWNER;
        };
    }

    @Override
    public boolean mayCreate(HubUser who, RoomAccess access) {
        return isOperator(who);
    }

    @Override
    public boolean mayNotify(HubUser who) {
        return isOperator(who);
    }

    private boolean isOperator(HubUser who) {
        return who.roles().contains(operatorRole);
    }
}
