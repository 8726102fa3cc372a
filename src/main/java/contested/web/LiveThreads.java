package contested.web;

import contested.account.AccountService;
import contested.discussion.CommentChanged;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Who has a question's page open while signed in, and is told that a comment appeared there: its name, which its link
 * carries for everybody, and nothing else. Told only once it is committed and readers see it.
 */
@ApplicationScoped
public class LiveThreads {

    /** Tabs and questions at once; more is no reader. */
    private static final int MAX_FOR_ONE = 20;

    private static final int MAX_FOR_ALL = 5_000;

    private static final Logger LOG = Logger.getLogger(LiveThreads.class);

    @Inject
    private AccountService accounts;

    @Inject
    private Event<Appeared> appeared;

    /** Whose sign-in opened it, by its secret. */
    private final Map<Session, Listener> listeners = new ConcurrentHashMap<>();

    private record Listener(Slug question, String token) {}

    /** Readers of that question see a comment that they did not see before. */
    public record Appeared(Slug question, Slug comment) {}

    boolean hasRoomFor(String token) {
        return listeners.size() < MAX_FOR_ALL
                && listeners.values().stream()
                                .filter(l -> l.token().equals(token))
                                .count()
                        < MAX_FOR_ONE;
    }

    void enter(Session session, Slug question, String token) {
        listeners.put(session, new Listener(question, token));
    }

    void leave(Session session) {
        listeners.remove(session);
    }

    /** Whoever published waits for nobody's connection. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommentChanged change) {
        if (change.appeared()) {
            appeared.fireAsync(new Appeared(change.question(), change.comment()));
        }
    }

    void tell(@ObservesAsync Appeared news) {
        listeners.forEach((session, listener) -> {
            if (listener.question().equals(news.question())) {
                tell(session, listener, news.comment());
            }
        });
    }

    /** Whose sign-in has ended since is told nothing any more. */
    private void tell(Session session, Listener listener, Slug comment) {
        if (accounts.visit(listener.token()).isPresent()) {
            session.getAsyncRemote().sendText(comment.value());
        } else {
            leave(session);
            try {
                session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, ""));
            } catch (IOException e) {
                LOG.debug("a reader was gone already", e);
            }
        }
    }
}
