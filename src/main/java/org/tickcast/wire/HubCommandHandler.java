package org.tickcast.wire;

/** Does what a client of {@code /ws} wants. */
public interface HubCommandHandler {

    void join(HubCommand.JoinRoom command);

    void leave(HubCommand.LeaveRoom command);

    void say(HubCommand.Say command);

    void typing(HubCommand.Typing command);

    void ping(HubCommand.Ping command);

    void ackNotification(HubCommand.AckNotification command);

    void history(HubCommand.History command);

    void listRooms(HubCommand.ListRooms command);

    void members(HubCommand.Members command);

    void presence(HubCommand.Presence command);

    void refused(HubCommand.Refused command);
}
