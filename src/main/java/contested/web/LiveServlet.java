package contested.web;

import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /live/{slug}}: what is new under a question. For whoever is signed in a socket, opened from our own pages only; for
 * everybody the kept number of comments, which costs no query while nothing changes.
 */
@WebServlet(urlPatterns = LiveServlet.PATH + "*", asyncSupported = true)
public class LiveServlet extends HttpServlet {

    static final String PATH = "/live/";

    private static final long serialVersionUID = 1L;

    /** Nobody sends us anything here. */
    private static final int MAX_MESSAGE_BYTES = 64;

    @Inject
    private transient KeptCounts counts;

    @Inject
    private transient LiveThreads threads;

    @Inject
    private transient SignInCookie cookies;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient FormDoor forms;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Slug> question = Optional.ofNullable(request.getPathInfo())
                .filter(path -> path.startsWith("/"))
                .flatMap(path -> Slug.parse(path.substring(1)));
        try {
            int count = counts.of(question.orElseThrow(() -> new NotFoundException("no question")));
            if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
                open(question.get(), request, response);
            } else {
                send(count, request, response);
            }
        } catch (NotFoundException e) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(int count, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String etag = "\"" + count + "\"";
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        if (IfNoneMatch.names(request.getHeader("If-None-Match"), etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(String.valueOf(count).getBytes(StandardCharsets.UTF_8));
    }

    /** A browser sends our cookie with another site's socket too, so the origin must be named and be ours. */
    private void open(Slug question, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        cookies.read(request);
        Optional<String> token = visitor.token().filter(threads::hasRoomFor);
        if (request.getHeader("Origin") == null || !forms.isOfOurOrigin(request) || token.isEmpty()) {
            throw new NotFoundException("no socket for this visitor");
        }
        // One configuration for each socket: what it holds is of one reader only.
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(Listening.class, PATH + question)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new Listening(threads, question, token.get()));
                    }
                })
                .build();
        ServerContainer sockets = (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            sockets.upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }

    /** One open page of one reader. It listens; what it says is not read. */
    private static final class Listening extends Endpoint {

        private final LiveThreads threads;
        private final Slug question;
        private final String token;

        Listening(LiveThreads threads, Slug question, String token) {
            this.threads = threads;
            this.question = question;
            this.token = token;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.setMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
            session.setMaxBinaryMessageBufferSize(MAX_MESSAGE_BYTES);
            threads.enter(session, question, token);
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            threads.leave(session);
        }

        @Override
        public void onError(Session session, Throwable fault) {
            threads.leave(session);
        }
    }
}
