package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.wire.CloseCode;

/**
 * Everything below {@code /auth} that is not there. Without it a request that is no GET would be told by Payara that
 * there is no such file, and by WildFly that files cannot be posted to.
 */
@WebServlet("/auth/*")
public class NoSuchPathServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient RefusalWriter refusals;

    @Inject
    public NoSuchPathServlet(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(CloseCode.NO_SUCH_PATH, request, response);
    }
}
