package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HubAnswer;
import org.tickcast.hub.HubDesk;
import org.tickcast.hub.HubUser;
import org.tickcast.hub.RoomAccess;
import org.tickcast.hub.RoomMembers;
import org.tickcast.hub.RoomRole;
import org.tickcast.hub.RoomSpec;
import org.tickcast.hub.RoomSummary;
import org.tickcast.wire.HubError;
import org.tickcast.wire.HubRequest;

/** Rooms are made and deleted here, and people let in and put out, by whom the policy allows it. */
@Path("/rooms")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class RoomsResource {

    @Inject
    private HubAnswers hub;

    /** Those that the caller may see, by id. */
    @GET
    public Response rooms(@Context SecurityContext caller) {
        return hub.show(
                caller,
                (desk, who) -> new HubAnswer.Done<>(desk.rooms(who)),
                rooms ->
                        Map.of("rooms", rooms.stream().map(RoomsResource::words).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body, @Context SecurityContext caller) throws IOException {
        return hub.change(caller, body, RoomsResource::made, room -> HubAnswers.ok(201, words(room)));
    }

    private static HubAnswer<RoomSpec> made(HubDesk desk, HubUser who, HubRequest request) {
        String id = request.text("room_id");
        String name = request.textIfThere("name");
        RoomAccess access = access(request.textIfThere("access"));
        if (access == null || !RoomSpec.isValid(id, name == null ? id : name)) {
            return new HubAnswer.Refused<>(HubError.BAD_FIELD);
        }
        return desk.createRoom(who, new RoomSpec(id, name == null ? id : name, access));
    }

    /** Null when there is no such. */
    private static @Nullable RoomAccess access(@Nullable String text) {
        return text == null
                ? RoomAccess.PUBLIC
                : Arrays.stream(RoomAccess.values())
                        .filter(each -> each.id().equals(text))
                        .findFirst()
                        .orElse(null);
    }

    @DELETE
    @Path("/{id}")
    public Response delete(@PathParam("id") String id, @Context SecurityContext caller) {
        return hub.change(caller, (desk, who) -> desk.deleteRoom(who, id), room -> HubAnswers.nothingMore());
    }

    /** @param after those behind this one; the first page without it */
    @GET
    @Path("/{id}/members")
    public Response members(
            @PathParam("id") String id, @QueryParam("after") @Nullable String after, @Context SecurityContext caller) {
        return hub.show(caller, (desk, who) -> desk.members(who, id, after), page -> words(id, page));
    }

    @PUT
    @Path("/{id}/members/{user}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response letIn(
            @PathParam("id") String id,
            @PathParam("user") String user,
            InputStream body,
            @Context SecurityContext caller)
            throws IOException {
        return hub.change(
                caller,
                body,
                (desk, who, request) -> {
                    RoomRole role = role(request.textIfThere("role"));
                    return role == null
                            ? new HubAnswer.Refused<>(HubError.BAD_FIELD)
                            : desk.setMember(who, id, user, role);
                },
                role -> HubAnswers.ok(200, Map.of("room_id", id, "user_id", user, "role", role.id())));
    }

    /** Null when there is no such. */
    private static @Nullable RoomRole role(@Nullable String text) {
        return text == null
                ? RoomRole.MEMBER
                : Arrays.stream(RoomRole.values())
                        .filter(each -> each.id().equals(text))
                        .findFirst()
                        .orElse(null);
    }

    @DELETE
    @Path("/{id}/members/{user}")
    public Response putOut(
            @PathParam("id") String id, @PathParam("user") String user, @Context SecurityContext caller) {
        return hub.change(caller, (desk, who) -> desk.removeMember(who, id, user), removed -> HubAnswers.nothingMore());
    }

    /** Done is on its way: who says something here hears it where he listens, if he does. */
    @POST
    @Path("/{id}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response say(@PathParam("id") String id, InputStream body, @Context SecurityContext caller)
            throws IOException {
        return hub.change(
                caller,
                body,
                (desk, who, request) -> desk.say(who, id, request.text("message")),
                said -> HubAnswers.ok(202, Map.of("room_id", id)));
    }

    private static Map<String, Object> words(String room, RoomMembers page) {
        return Map.of(
                "room_id", room,
                "count", page.count(),
                "more", page.more(),
                "members", page.members().stream().map(RoomsResource::words).toList());
    }

    private static Map<String, Object> words(RoomMembers.Member member) {
        return Map.of(
                "user_id", member.user(),
                "role", member.role().id(),
                "online", member.online());
    }

    private static Map<String, @Nullable Object> words(RoomSummary summary) {
        Map<String, @Nullable Object> words = words(summary.room());
        words.put("members", summary.members());
        words.put("online", summary.online());
        return words;
    }

    private static Map<String, @Nullable Object> words(RoomSpec room) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("room_id", room.id());
        words.put("name", room.name());
        words.put("access", room.access().id());
        return words;
    }
}
