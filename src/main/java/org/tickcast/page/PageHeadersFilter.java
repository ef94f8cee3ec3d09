package org.tickcast.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * Says with every file what the page may do: run our scripts and no others, talk to this server and to nobody else, be
 * inside no other page. {@code web.xml} names the files. All headers are set before a file is looked for, so that they
 * are on what is not there, too.
 */
public class PageHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** {@code connect-src 'self'} is the sockets too: the token can go nowhere but to the server of the page. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types ");

    private static final String NO_TRUSTED_TYPES = "'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            // For browsers that do not know frame-ancestors.
            "X-Frame-Options", "DENY",
            // The first address of the page may hold the token; it must not travel on as Referer.
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String trustedTypes = Objects.requireNonNullElse(getInitParameter("trusted-types"), NO_TRUSTED_TYPES);
        response.setHeader("Content-Security-Policy", POLICY + trustedTypes);
        HEADERS.forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
