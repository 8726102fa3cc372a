package contested.web;

import contested.discussion.ThreadKey;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.web.LiveThreads.Topic;
import contested.workshop.JoinService;
import contested.workshop.SeatService;
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
import java.util.Objects;
import java.util.Optional;

/**
 * {@code /live/{slug}}: what is new under a question; {@code /live/workshops/...}: the same within one, and whether it goes on. For whoever is signed in a socket, opened from our own pages only; for
 * everybody the kept number of comments, which costs no query while nothing changes.
 */
@WebServlet(urlPatterns = LiveServlet.PATH + "*", asyncSupported = true)
public class LiveServlet extends HttpServlet {

    static final String PATH = "/live/";

    private static final String IN_WORKSHOPS = "/workshops/";

    static final String WORKSHOPS = "/live" + IN_WORKSHOPS;

    /** Asks for the number of those who joined as well. */
    static final String JOINED = "joined";

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

    @Inject
    private transient SeatService seats;

    @Inject
    private transient JoinService joining;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            Topic topic = topic(Optional.ofNullable(request.getPathInfo()).orElse(""))
                    .orElseThrow(() -> new NotFoundException("nothing to listen to"));
            if (topic.workshop() != null) {
                cookies.read(request);
            }
            boolean socket = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
            String told = told(topic, request.getParameter(JOINED) != null);
            if (socket) {
                open(topic, request, response);
            } else if (topic.workshop() == null) {
                send(told, request, response);
            } else {
                sendPrivately(told, response);
            }
        } catch (NotFoundException | UserFacingException e) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** A question, a workshop, a workshop's question, or a small group of it. */
    private static Optional<Topic> topic(String path) {
        String[] steps = path.substring(Math.min(1, path.length())).split("/", -1);
        if (steps.length == 1) {
            return Slug.parse(steps[0]).map(question -> new Topic(null, question, 0));
        }
        if (!path.startsWith(IN_WORKSHOPS) || steps.length > 4) {
            return Optional.empty();
        }
        Optional<Slug> workshop = Slug.parse(steps[1]);
        if (steps.length == 2) {
            return workshop.map(w -> new Topic(w, null, 0));
        }
        if (steps.length == 4 && !steps[3].matches("[1-9][0-9]?")) {
            return Optional.empty();
        }
        int group = steps.length == 4 ? Integer.parseInt(steps[3]) : 0;
        return workshop.flatMap(w -> Slug.parse(steps[2]).map(q -> new Topic(w, q, group)));
    }

    /** What whoever asks is told without waiting for it. @throws NotFoundException When there is no such thing for them. */
    private String told(Topic topic, boolean withJoined) {
        Slug workshop = topic.workshop();
        Slug question = topic.question();
        if (workshop == null) {
            return String.valueOf(counts.of(Objects.requireNonNull(question)));
        }
        return question == null
                ? state(workshop, withJoined)
                : String.valueOf(counts.within(visitor.actor(), ThreadKey.ofGroup(workshop, question, topic.group())));
    }

    /** On the wall it is seen at once who joins; to everybody else that is no news. */
    private String state(Slug workshop, boolean withJoined) {
        String state = seats.get(visitor.actor(), workshop).state();
        return withJoined ? state + "." + joining.joined(visitor.actor(), workshop) : state;
    }

    private static void sendPrivately(String told, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(told.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(String count, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String etag = "\"" + count + "\"";
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        if (IfNoneMatch.names(request.getHeader("If-None-Match"), etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(count.getBytes(StandardCharsets.UTF_8));
    }

    /** A browser sends our cookie with another site's socket too, so the origin must be named and be ours. */
    private void open(Topic topic, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        cookies.read(request);
        Optional<String> token = visitor.token().filter(threads::hasRoomFor);
        if (request.getHeader("Origin") == null || !forms.isOfOurOrigin(request) || token.isEmpty()) {
            throw new NotFoundException("no socket for this visitor");
        }
        // One configuration for each socket: what it holds is of one reader only.
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(
                        Listening.class, request.getServletPath() + request.getPathInfo())
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new Listening(threads, topic, token.get()));
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
        private final Topic topic;
        private final String token;

        Listening(LiveThreads threads, Topic topic, String token) {
            this.threads = threads;
            this.topic = topic;
            this.token = token;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.setMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
            session.setMaxBinaryMessageBufferSize(MAX_MESSAGE_BYTES);
            threads.enter(session, topic, token);
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
