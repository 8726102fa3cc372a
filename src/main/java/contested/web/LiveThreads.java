package contested.web;

import contested.access.Actor;
import contested.account.AccountService;
import contested.discussion.CommentChanged;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadService;
import contested.shared.Slug;
import contested.workshop.SeatService;
import contested.workshop.WorkshopChanged;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who has a page open while signed in, and is told that a comment appeared there: its name, which its link carries for
 * everybody, and nothing else; or that a workshop goes on, and not even how. Told only once it is committed.
 */
@ApplicationScoped
public class LiveThreads {

    /** Tabs and questions at once; more is no reader. */
    private static final int MAX_FOR_ONE = 20;

    private static final int MAX_FOR_ALL = 5_000;

    /** The server closes a connection that has said nothing for 90 seconds; a browser answers each ping by itself. */
    private static final int PING_EVERY_SECONDS = 40;

    private static final Logger LOG = Logger.getLogger(LiveThreads.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private AccountService accounts;

    @Inject
    private Event<Appeared> appeared;

    @Inject
    private SeatService seats;

    @Inject
    private ThreadService threads;

    /** Whose sign-in opened it, by its secret. */
    private final Map<Session, Listener> listeners = new ConcurrentHashMap<>();

    private record Listener(Topic topic, String token) {}

    /**
     * What somebody listens to.
     *
     * @param workshop null for a public thread
     * @param question null for a workshop itself
     * @param group    0 where it is no small group's thread
     */
    record Topic(@Nullable Slug workshop, @Nullable Slug question, int group) {

        static Topic of(ThreadKey thread) {
            return new Topic(thread.workshop(), thread.question(), thread.group());
        }
    }

    /** Those who listen to that are told this. */
    public record Appeared(Topic topic, String message) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        executor.scheduleWithFixedDelay(this::ping, PING_EVERY_SECONDS, PING_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void ping() {
        listeners.keySet().forEach(session -> {
            try {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException | RuntimeException e) {
                // A round that ends in an exception would be the last one.
                LOG.debug("a reader was gone already", e);
            }
        });
    }

    boolean hasRoomFor(String token) {
        return listeners.size() < MAX_FOR_ALL
                && listeners.values().stream()
                                .filter(l -> l.token().equals(token))
                                .count()
                        < MAX_FOR_ONE;
    }

    void enter(Session session, Topic topic, String token) {
        listeners.put(session, new Listener(topic, token));
    }

    void leave(Session session) {
        listeners.remove(session);
    }

    /** Whoever published waits for nobody's connection. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommentChanged change) {
        if (change.appeared()) {
            appeared.fireAsync(
                    new Appeared(Topic.of(change.thread()), change.comment().value()));
        }
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkshopChanged change) {
        appeared.fireAsync(new Appeared(new Topic(change.workshop(), null, 0), "changed"));
    }

    void tell(@ObservesAsync Appeared news) {
        listeners.forEach((session, listener) -> {
            if (listener.topic().equals(news.topic())) {
                tell(session, listener, news.message());
            }
        });
    }

    /** Whose sign-in has ended since, or who is in the workshop no more, is told nothing any more. */
    private void tell(Session session, Listener listener, String message) {
        if (mayHear(listener)) {
            session.getAsyncRemote().sendText(message);
        } else {
            leave(session);
            try {
                session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, ""));
            } catch (IOException e) {
                LOG.debug("a reader was gone already", e);
            }
        }
    }

    /** Whoever was moved to another group meanwhile hears nothing more of the one before. */
    private boolean isInEarshot(Actor actor, Topic topic) {
        return topic.group() == 0
                || threads.isReadable(
                        actor,
                        new ThreadKey(Objects.requireNonNull(topic.question()), topic.workshop(), topic.group()));
    }

    private boolean mayHear(Listener listener) {
        Slug workshop = listener.topic().workshop();
        return accounts.visit(listener.token())
                .filter(visit ->
                        workshop == null || seats.find(visit.actor(), workshop).isPresent())
                .filter(visit -> isInEarshot(visit.actor(), listener.topic()))
                .isPresent();
    }
}
