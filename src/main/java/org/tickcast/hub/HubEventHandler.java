package org.tickcast.hub;

/** Lets what has happened be so. */
interface HubEventHandler {

    void roomMade(HubEvent.RoomMade event);

    void roomDeleted(HubEvent.RoomDeleted event);

    void memberJoined(HubEvent.MemberJoined event);

    void memberLeft(HubEvent.MemberLeft event);

    void memberAppointed(HubEvent.MemberAppointed event);

    void said(HubEvent.Said event);

    void typed(HubEvent.Typed event);

    void notified(HubEvent.Notified event);

    void notificationAcknowledged(HubEvent.NotificationAcknowledged event);

    void announced(HubEvent.Announced event);

    void devicesChanged(HubEvent.DevicesChanged event);

    void nodeAlive(HubEvent.NodeAlive event);

    void nodeGone(HubEvent.NodeGone event);

    void counted(HubEvent.Counted event);

    void remembered(HubEvent.Remembered event);

    void answered(HubEvent.Answered event);

    void nodeAsked(HubEvent.NodeAsked event);
}
