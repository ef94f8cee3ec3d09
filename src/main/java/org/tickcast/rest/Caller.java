package org.tickcast.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.tickcast.admission.ClientIdentity;

/** Who asks below {@code /api}: {@link TokenFilter} has looked at the token. */
record Caller(ClientIdentity who) implements Principal {

    @Override
    public String getName() {
        return who.id();
    }

    /** The same request, by this caller. */
    HttpServletRequest of(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return Caller.this;
            }
        };
    }
}
